"""The benchmark of grading, which leaves out one rule at a time."""

import importlib.util
from pathlib import Path


def test_each_switch_is_in_the_code() -> None:
    path = Path(__file__).parents[2] / "benchmarks" / "grading.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_grading", path)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    switches = benchmark.SWITCHES
    assert [name for name, (module, attribute, _) in switches.items() if not hasattr(module, attribute)] == []
