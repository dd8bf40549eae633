"""The learnt second opinion: a linear model of tone, trained on what people marked, numpy only."""
