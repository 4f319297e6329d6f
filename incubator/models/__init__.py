"""Calls, what start-ups send in, what the jury says of it, and the pilots that come of it."""

from .application import Application
from .budget import BudgetLine
from .call import Call
from .checkin import CheckIn
from .criterion import Criterion
from .decision import Decision
from .edition import Edition
from .eligibility import EligibilityQuestion
from .evaluation import Evaluation
from .event import ApplicationEvent, PilotEvent
from .file import ApplicationFile
from .indicator import Indicator
from .lesson import Condition, Lesson
from .measurement import Measurement
from .member import Member
from .milestone import Milestone
from .organisation import Organisation
from .pilot import Pilot
from .pilot_member import PilotMember
from .question import Question, Section
from .review import Review, Score
from .revision import Revision

__all__ = [
    "Application",
    "ApplicationEvent",
    "ApplicationFile",
    "BudgetLine",
    "Call",
    "CheckIn",
    "Condition",
    "Criterion",
    "Decision",
    "Edition",
    "EligibilityQuestion",
    "Evaluation",
    "Indicator",
    "Lesson",
    "Measurement",
    "Member",
    "Milestone",
    "Organisation",
    "Pilot",
    "PilotEvent",
    "PilotMember",
    "Question",
    "Review",
    "Revision",
    "Score",
    "Section",
]
