"""Groups for a problem: constructed with scikit-learn, then improved by exchanges under the problem's own objective."""
