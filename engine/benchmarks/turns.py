"""Processes that take turns on the same cores: all of them see the host in the same states, whatever it does meanwhile."""

import os
import signal
import subprocess
import sys
import tempfile

TURN_SECONDS = 5


def answers(commands, cores):
    """What each of some processes prints, by its command and what is in its environment; None, with a word, where it failed.

    One works at a time, the others are stopped. So a process that measures must do so in samples shorter than a turn, and its
    patience is measured by a clock that goes on while it is stopped.
    """
    running = [Taking(command, environment, cores) for command, environment in commands]
    try:
        while active := [process for process in running if process.works()]:
            for process in active:
                process.turn(TURN_SECONDS if len(active) > 1 else None)
        return [process.answer() for process in running]
    finally:
        for process in running:
            process.end()


class Taking:
    """A process that is stopped but for its turns."""

    def __init__(self, command, environment, cores):
        self.out, self.complaint = tempfile.TemporaryFile("w+"), tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [str(word) for word in command], env={**os.environ, **environment}, stdout=self.out, stderr=self.complaint,
            preexec_fn=lambda: os.sched_setaffinity(0, cores))
        self.process.send_signal(signal.SIGSTOP)

    def works(self):
        return self.process.poll() is None

    def turn(self, seconds):
        self.process.send_signal(signal.SIGCONT)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGSTOP)

    def answer(self):
        if self.process.returncode:
            print(f"  failed: {(text(self.complaint).strip() or text(self.out).strip()).splitlines()[-1:]}", file=sys.stderr)
            return None
        return text(self.out)

    def end(self):
        self.process.kill()
        self.process.wait()
        self.out.close()
        self.complaint.close()


def text(file):
    file.seek(0)
    return file.read()
