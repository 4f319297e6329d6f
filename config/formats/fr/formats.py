DATETIME_FORMAT = "j F Y à H:i"  # 31 janvier 2027 à 23:59
