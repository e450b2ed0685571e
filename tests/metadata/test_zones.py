import datetime as dt

import pytest

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Published 9 April 2025, 07:15 GMT", "2025-04-09T07:15+00:00"),
        ("Published 9 April 2025, 07:15 UTC", "2025-04-09T07:15+00:00"),
        ("Published 9 April 2025, 07:15 (GMT+4)", "2025-04-09T03:15+00:00"),
        ("Publié le 9 avril 2025 à 07h15 CEST", "2025-04-09T05:15+00:00"),
        ("Publié le 9 janvier 2025 à 07h15 CET", "2025-01-09T06:15+00:00"),
        ("Publié le 9 avril 2025 à 07h15 (heure de Paris)", "2025-04-09T05:15+00:00"),
        ("Publié le 9 janvier 2025 à 07h15, heure de Paris", "2025-01-09T06:15+00:00"),
        ("Publié le 9 avril 2025 à 07h15, heure d'Erevan", "2025-04-09T03:15+00:00"),
        ("Published 9 April 2025 07:15 +02:00", "2025-04-09T05:15+00:00"),
        ("Published 9 April 2025 07:15 -0500", "2025-04-09T12:15+00:00"),
        ("Published April 9, 2025 7:15 PM EDT", "2025-04-09T23:15+00:00"),
        ("Publié le 9 avril 2025 à 07:15 - 08:30", "2025-04-09T03:15+00:00"),
        ("Publié le 9 avril 2025 à 07h15 par Anne Petit", "2025-04-09T03:15+00:00"),
        ("Publié le 9 avril 2025 à 07h15, heure de Nullepart", "2025-04-09T03:15+00:00"),
    ],
)
def test_a_stated_zone_gives_the_moment_and_no_other_does(read, body, line, moment):
    stated = read(f"{TITLE}\n{line}\n{body}").date.value.moment
    assert stated.astimezone(dt.UTC).isoformat(timespec="minutes") == moment
