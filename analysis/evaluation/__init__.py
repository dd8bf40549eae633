"""Evaluation: how well the engines do on articles that people annotated, run by one command a benchmark."""
