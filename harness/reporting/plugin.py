"""The one plugin that a run registers; it brings the parts of reporting with it."""

pytest_plugins = [
    "harness.reporting.scenario_reporting",
    "harness.reporting.readable_tracebacks",
    "harness.reporting.scrubbed_output",
    "harness.reporting.junit_names",
    "harness.reporting.gate_result",
    "harness.reporting.report_option",
    "harness.reporting.trouble_watch",  # the last: it goes on before the report is written
]
