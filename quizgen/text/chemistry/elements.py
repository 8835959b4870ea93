"""The chemical elements."""

_NAMES_AND_SYMBOLS = """
    hydrogen H helium He lithium Li beryllium Be boron B carbon C nitrogen N oxygen O fluorine F neon Ne sodium Na
    magnesium Mg aluminum Al silicon Si phosphorus P sulfur S chlorine Cl argon Ar potassium K calcium Ca scandium Sc
    titanium Ti vanadium V chromium Cr manganese Mn iron Fe cobalt Co nickel Ni copper Cu zinc Zn gallium Ga germanium
    Ge arsenic As selenium Se bromine Br krypton Kr rubidium Rb strontium Sr yttrium Y zirconium Zr niobium Nb
    molybdenum Mo technetium Tc ruthenium Ru rhodium Rh palladium Pd silver Ag cadmium Cd indium In tin Sn antimony Sb
    tellurium Te iodine I xenon Xe cesium Cs barium Ba lanthanum La cerium Ce neodymium Nd europium Eu hafnium Hf
    tantalum Ta tungsten W rhenium Re osmium Os iridium Ir platinum Pt gold Au mercury Hg thallium Tl lead Pb bismuth Bi
    polonium Po astatine At radon Rn francium Fr radium Ra actinium Ac thorium Th protactinium Pa uranium U neptunium Np
    plutonium Pu americium Am curium Cm
""".split()
ELEMENTS = dict(zip(_NAMES_AND_SYMBOLS[::2], _NAMES_AND_SYMBOLS[1::2], strict=True))
"""The symbols of the elements by their names, in the spelling in which words are compared."""
SYMBOLS = frozenset(ELEMENTS.values()) | {"D"}
"""The symbols of the elements, and that of heavy hydrogen."""
DIATOMIC = frozenset("hydrogen nitrogen oxygen fluorine chlorine bromine iodine".split())
"""The elements whose molecules have two atoms: O2."""
_NOT_METALS = DIATOMIC | frozenset(
    "helium boron carbon neon silicon phosphorus sulfur argon germanium arsenic selenium krypton tellurium xenon "
    "astatine radon tennessine oganesson".split()
)


def is_metal(name: str) -> bool:
    """Return whether ``name``, as ``phrase`` reduces it to words, is an element that is a metal."""
    return name in ELEMENTS and name not in _NOT_METALS
