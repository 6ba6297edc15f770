// The report's name and shape; harness/reporting/html_report.py runs Allure with it.
export default {
  name: "Magento acceptance: order processing, step 6",
  // Kept in the results for the timeline and for whoever filters by them; of no use to a reader.
  hideLabels: ["host", "thread", "language", "framework", "suite", "subSuite"],
  plugins: {
    awesome: {
      options: {
        singleFile: true,
        reportLanguage: "en",
        groupBy: ["feature", "story"],
      },
    },
  },
};
