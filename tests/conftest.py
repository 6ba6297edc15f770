"""What all of the suite's own tests need of the process that they run in."""

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs a command in the background makes it, and all that it starts, deaf to Ctrl-C; the runs that
    # are interrupted here have to hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
