"""Forms groups behind TailCamp's matching contract, with scikit-learn."""
