"""Our own hostile inputs, by theme. Each part yields Case objects; see case.py for what a case may demand."""
import cases_batch, cases_cli, cases_graph, cases_profile, cases_rules, cases_text


def cases():
    for part in (cases_text, cases_rules, cases_graph, cases_profile, cases_batch, cases_cli):
        yield from part.cases()
