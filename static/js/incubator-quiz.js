// Says at once what an answer means; without script the button asks the server.
const quiz = document.querySelector("[data-quiz]");

function tell() {
  const questions = [...quiz.querySelectorAll("fieldset")];
  let answered = 0;
  let refused = 0;
  for (const question of questions) {
    const chosen = question.querySelector("input:checked");
    const isNo = chosen !== null && "no" in chosen.dataset;
    question.querySelector("[data-why]").hidden = !isNo;
    answered += chosen !== null;
    refused += isNo;
  }
  quiz.querySelector("[data-passed]").hidden = answered < questions.length || refused > 0;
  quiz.querySelector("[data-refused]").hidden = refused === 0;
}

quiz?.addEventListener("change", tell);
quiz?.addEventListener("submit", (event) => event.preventDefault());
if (quiz) tell();
