"""The report: notebooks run by papermill, gathered in one HTML page with figures, tables and a manifest."""

from analysis.report.choice import Choice, choose
from analysis.report.run import Run, report
from analysis.report.verify import verify

__all__ = ["Choice", "Run", "choose", "report", "verify"]
