"""Chemical elements, substances, formulas, ions, isotopes and reactions, each in one notation."""
