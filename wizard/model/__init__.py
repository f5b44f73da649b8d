"""What the program talks about: questions, journeys, policies, answers, findings.

Everything here is frozen and needs the standard library only.  Nothing in this
package reads a file, asks the time or draws.
"""
