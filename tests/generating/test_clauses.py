"""The statements that a sentence joins are split."""

import pytest

from quizgen.generating.clauses import statements_in


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Ida Lund left in 1869; Ole Krag stayed in Kent.", ["Ida Lund left in 1869.", "Ole Krag stayed in Kent."]),
        ("The Mole is 12 miles long, and in 1869 Ida Lund sold the mills.",
         ["The Mole is 12 miles long.", "In 1869 Ida Lund sold the mills."]),
        ("Adults have gills, which need water, and they can live for 12 years.",
         ["Adults have gills, which need water.", "They can live for 12 years."]),
        ("When Ostby fell in 1869, Ida Lund was in Kent, but she had left by May.",
         ["When Ostby fell in 1869, Ida Lund was in Kent.", "She had left by May."]),
        ("Jan Vos, a Danish cook, produced tables in 1869, and his widow received 12 crowns.",
         ["Jan Vos, a Danish cook, produced tables in 1869.", "His widow received 12 crowns."]),
        ("Ida Lund cured 12 men in 1869, and Ole Krag published good results in 1870.",
         ["Ida Lund cured 12 men in 1869.", "Ole Krag published good results in 1870."]),
        ("Few pass 45. Curiously, sex varies.", ["Few pass 45.", "Curiously, sex varies."]),
        ("A guild of Kent, helped by Ida Lund, sold 12 ships, and in May 1870 the Mole received the medal.",
         ["A guild of Kent, helped by Ida Lund, sold 12 ships.", "In May 1870 the Mole received the medal."]),
        ("It has 12 eyes, and instead of a tail the eel has a fin.",
         ["It has 12 eyes.", "Instead of a tail the eel has a fin."]),
        ("Ida Lund counted 12 ships: in 1869 Ole Krag sold the mill.",
         ["Ida Lund counted 12 ships.", "In 1869 Ole Krag sold the mill."]),
        ("Sales fell faster than expected, and on 3 May 1869 Krag & Lund sold the mill.",
         ["Sales fell faster than expected.", "On 3 May 1869 Krag & Lund sold the mill."]),
        ("Proof piled up, and in 1869 the Danish cook Ole Krag used elms as an example.",
         ["Proof piled up.", "In 1869 the Danish cook Ole Krag used elms as an example."]),
        ("It will stay for 12 weeks, nest in Kent, and be gone again in the autumn, before anybody has seen it.", None),
        ("He built a mill; it cost 12 crowns.", None),
        ("Ida Lund bought Kent, and is said to have sold it.", None),
        ("Ida Lund said that Kent was old, and the Mole was long.", None),
        ("The eyes grow, the skin has turned grey, and the eel can leave.", None),
        ("In 1870 a war in Norway began, the owners of Kent sold 12 ships, and the town was lost to the king.", None),
        ("Ida Lund sold apples, pears, and the nuts of Kent.", None),
        ("Old eels are delicate, and a Danish study of 1870 found that 12 of them died.", None),
        ("Dry eels are hardy, and they can live for 12 years.", None),
        ("The eel lives for 12 years, but only if the water is cold in Kent.", None),
        ("“Kent is very old; Ostby is very new,” said Ida Lund.", None),
    ],
)  # fmt: skip
def test_statements_that_a_sentence_joins_are_split_where_that_is_certain(
    sentence: str, statements: list[str] | None
) -> None:
    assert list(statements_in(sentence)) == (statements or [sentence])
