"""The one plugin that a run registers; it brings the parts of reporting with it."""

pytest_plugins = [
    "harness.reporting.scenario_reporting",
    "harness.reporting.readable_tracebacks",
    "harness.secrets.output",
    "harness.reporting.junit_names",
    "harness.reporting.preflight_result",
    "harness.reporting.report_option",
    "harness.reporting.run_error_watch",  # the last: it goes on before the report is written
]
