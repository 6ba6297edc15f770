// The report's name and shape; harness/reporting/html_report.py runs Allure with it.
//
// Failures are sorted by the label `cause`, which harness/reporting/handler.py writes: what broke
// decides whom a reader asks. The preflight's old name is of earlier results: harness/deprecated.py says when it goes.
const because = (cause) => ({ labels: { cause: `^${cause}$` } });

export default {
  name: "Magento acceptance: order processing, step 6",
  // Kept in the results for the timeline and for whoever filters by them; of no use to a reader.
  hideLabels: ["host", "thread", "language", "framework", "suite", "subSuite"],
  historyPath: process.env.REPORT_HISTORY,
  historyLimit: 20,
  categories: [
    { name: "The shop breaks a promise of the step", matchers: because("the shop"), expand: true },
    { name: "The shop could not be tested, or not in the browser", matchers: because("(the preflight|the gate)"), expand: true },
    { name: "The environment is down: the shop did not answer", matchers: because("the environment"), expand: true },
    { name: "The suite itself broke", matchers: because("the suite"), expand: true },
    { name: "Known issues", matchers: because("a known issue") },
    { name: "Known defects of this Magento version", matchers: because("a known defect") },
    { name: "Interrupted", matchers: because("an interruption") },
    { name: "Skipped: not possible on this shop", matchers: { statuses: ["skipped"] } },
  ],
  plugins: {
    awesome: {
      options: {
        singleFile: true,
        reportLanguage: "en",
        groupBy: ["feature", "story"],
        // Those of Allure's charts that say something of a suite without layers, epics and environments.
        charts: [
          { type: "currentStatus", title: "This run" },
          { type: "statusDynamics", title: "Results over the last runs" },
          { type: "statusTransitions", title: "New, fixed and regressed over the last runs" },
          {
            type: "testResultSeverities",
            title: "Results by severity",
            levels: ["critical", "minor"],
            statuses: ["passed", "failed", "broken", "skipped"],
            includeUnset: true,
          },
          { type: "successRateDistribution", title: "Success by feature and rule" },
        ],
      },
    },
  },
};
