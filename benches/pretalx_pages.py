"""pretalx's pages beside ours: makes its test event, fills it up to 200 submissions and two reads each, and prints the CPU of a few pages.

Needs a Python environment with `pip install pretalx faker freezegun`, and PRETALX_CONFIG_FILE naming a file with a SQLite database that
`python -m pretalx migrate` has prepared. Run it there: `python benches/pretalx_pages.py`.
"""
import os
import random
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
import django

django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django_scopes import scopes_disabled
from pretalx.event.models import Event
from pretalx.person.models import User
from pretalx.submission.models import Review, Submission

settings.ALLOWED_HOSTS = ["*"]
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.COMPRESS_ENABLED = False


def fill():
    admin = User.objects.filter(is_administrator=True).first() or User.objects.create_superuser(email="a@example.org", password="x" * 20, name="Admin")
    if not Event.objects.exists():
        call_command("create_test_event", stage="review")
    event, lots = Event.objects.first(), random.Random(1)
    readers = [User.objects.get_or_create(email=f"r{i}@example.org", defaults={"name": f"R{i}"})[0] for i in range(8)]
    team = event.organiser.teams.filter(is_reviewer=True).first() or event.organiser.teams.first()
    team.members.add(*readers)
    for i in range(event.submissions.count(), 200):
        kind = event.submission_types.first()
        submission = Submission.objects.create(event=event, title=f"T{i}", abstract="Words " * 60, submission_type=kind, state="submitted", content_locale="en")
        speaker = User.objects.get_or_create(email=f"s{i}@example.org", defaults={"name": f"S{i}"})[0]
        submission.speakers.add(speaker)
        speaker.event_profile(event)
    for submission in event.submissions.all():
        for reader in lots.sample(readers, 2):
            review, is_new = Review.objects.get_or_create(user=reader, submission=submission, defaults={"text": "x"})
            for category in event.score_categories.all() if is_new else []:
                review.scores.add(lots.choice(list(category.scores.all())))
            review.save()
    return admin, readers[0], event


def measure(user, path, times=5):
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    answer = client.get(path, follow=True)
    began = time.process_time()
    for _ in range(times):
        client.get(path, follow=True)
    print(f"{path}: {answer.status_code}, {len(answer.content)} bytes, {(time.process_time() - began) / times * 1000:.1f} ms CPU")


with scopes_disabled():
    admin, reader, event = fill()
    code = event.submissions.first().code
base = f"/orga/event/{event.slug}"
measure(reader, f"{base}/reviews/")
measure(reader, f"{base}/submissions/{code}/reviews/")
measure(admin, f"{base}/reviews/")
measure(admin, f"{base}/submissions/")
measure(admin, f"/{event.slug}/cfp")
