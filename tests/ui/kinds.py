"""A tiny journey with every kind of answer, a condition, a setting-free folded page."""

QUESTIONS = """\
questions:
  - id: k-one
    text: Does it have a picture?
    why: A picture tells more than it seems to.
    help: Look at the background too.
    answers: risky
    todo: Take the picture out.
    ask: Ask whether the picture may stay.
    who: head
    clauses: [newport.rule]
  - id: k-follow
    text: Can you see a pupil's face?
    when: k-one is yes
    answers: risky
    todo: Cover the face.
    ask: Ask whose face it is.
    who: head
  - id: k-several
    text: Where will it go?
    kind: several
    assessed: no
    choices:
      - {id: blog, text: The class blog}
      - {id: wall, text: My own wall & page}
      - {id: group, text: A group}
  - id: k-line
    text: What is it called?
    kind: line
    assessed: no
  - id: k-text
    text: What does it say?
    kind: text
    assessed: no
  - id: k-date
    text: When will it go up?
    kind: date
    assessed: no
  - id: k-risks
    text: What could go wrong?
    kind: risks
    assessed: no
  - id: k-more
    text: Is there anything else?
    answers: risky
    todo: Write it down.
    ask: Ask what else there may be.
    who: head
"""

JOURNEY = """\
id: tiny
uses: [tiny]
sections:
  - id: k-first
    title: The post
    intro: What it is.
    questions: [k-one, k-follow, k-several]
  - id: k-second
    title: In your own words
    questions: [k-line, k-text, k-date, k-risks]
  - id: k-third
    title: More, if you like
    optional: yes
    questions: [k-more]
outcome: {change: Change this first, ask: Ask first, nothing: Nothing found to change}
sign-off: {staff: I have thought about it., slt: We talked about it.}
"""
