"""People who are meant by their surname alone, with the names that may be added: Einstein is Albert Einstein.

Only surnames by which no school subject means anybody else are here: no Curie or Roosevelt, no Cromwell (Oliver and
Thomas), no Proust (Marcel and Joseph), and none that is a thing or a god, such as Mercury.
"""

from functools import cache

from quizgen.text.folding import fold

_PEOPLE = """
Konrad Adenauer, Roald Amundsen, Hannah Arendt, Jane Austen, Amedeo Avogadro, Honoré de Balzac, Charles Baudelaire,
Simone de Beauvoir, Samuel Beckett, Ludwig van Beethoven, Otto von Bismarck, Simón Bolívar, Ludwig Boltzmann, Bertolt
Brecht, Leonid Brezhnev, Robert Boyle, Tycho Brahe, Johannes Brahms, Albert Camus, Georg Cantor, Miguel de Cervantes,
Paul Cézanne, Charlie Chaplin, Geoffrey Chaucer, Anton Chekhov, Winston Churchill, Christopher Columbus, Nicolaus
Copernicus, Hernán Cortés, Salvador Dalí, John Dalton, Georges Danton, Charles Darwin, Claude Debussy, Edgar Degas,
René Descartes, Charles Dickens, Denis Diderot, Edsger Dijkstra, Fyodor Dostoevsky, Alfred Dreyfus, Albrecht Dürer,
Antonín Dvořák, Amelia Earhart, Thomas Edison, Albert Einstein, Dwight D. Eisenhower, Friedrich Engels, Paul Erdős,
Leonhard Euler, Michael Faraday, Pierre de Fermat, Enrico Fermi, Richard Feynman, Gustave Flaubert, Francisco Franco,
Yuri Gagarin, Évariste Galois, Luigi Galvani, Giuseppe Garibaldi, Paul Gauguin, Carl Friedrich Gauss, Kurt Gödel,
Joseph Goebbels, Johann Wolfgang von Goethe, Mikhail Gorbachev, Francisco Goya, Edvard Grieg, Fritz Haber, George
Frideric Handel, Georg Wilhelm Friedrich Hegel, Werner Heisenberg, Ernest Hemingway, Adolf Hitler, Thomas Hobbes,
Edwin Hubble, Victor Hugo, Henrik Ibsen, Thomas Jefferson, Edward Jenner, Franz Kafka, Wassily Kandinsky, Immanuel
Kant, Johannes Kepler, Nikita Khrushchev, Søren Kierkegaard, Gustav Klimt, Pierre-Simon Laplace, Antoine Lavoisier,
Gottfried Wilhelm Leibniz, Vladimir Lenin, Abraham Lincoln, Carl Linnaeus, Franz Liszt, Martin Luther, Rosa Luxemburg,
Niccolò Machiavelli, Ferdinand Magellan, Gustav Mahler, Nelson Mandela, Édouard Manet, Guglielmo Marconi, Karl Marx,
James Clerk Maxwell, Golda Meir, Lise Meitner, Gregor Mendel, Dmitri Mendeleev, Angela Merkel, Klemens von Metternich,
Claude Monet, Maria Montessori, Wolfgang Amadeus Mozart, Edvard Munch, Benito Mussolini, Pablo Neruda, Isaac Newton,
Friedrich Nietzsche, Florence Nightingale, Richard Nixon, Alfred Nobel, Robert Oppenheimer, George Orwell, Blaise
Pascal, Louis Pasteur, Linus Pauling, Pablo Picasso, Augusto Pinochet, Max Planck, Edgar Allan Poe, Sergei Prokofiev,
Giacomo Puccini, Sergei Rachmaninoff, Bernhard Riemann, Maximilien Robespierre, Auguste Rodin, Wilhelm Röntgen,
Gioachino Rossini, Peter Paul Rubens, Jean-Paul Sartre, Friedrich Schiller, Erwin Schrödinger, Franz Schubert, William
Shakespeare, Dmitri Shostakovich, Bedřich Smetana, Joseph Stalin, John Steinbeck, Igor Stravinsky, Pyotr Ilyich
Tchaikovsky, Nikola Tesla, Margaret Thatcher, Leo Tolstoy, Evangelista Torricelli, Leon Trotsky, Harry S. Truman,
Donald Trump, Alan Turing, Mark Twain, Giuseppe Verdi, Johannes Vermeer, Andreas Vesalius, Antonio Vivaldi, Alessandro
Volta, Lech Wałęsa, Oscar Wilde, Virginia Woolf, Boris Yeltsin, Émile Zola
"""


_BY_ONE_NAME = """
Hannibal Barca, Hannibal of Carthage, Hamilcar Barca, Archimedes of Syracuse, Pythagoras of Samos, Hippocrates of Kos,
Hippocrates of Cos, Euclid of Alexandria, Hypatia of Alexandria, Thales of Miletus, Eratosthenes of Cyrene, Democritus
of Abdera, Aristarchus of Samos, Diogenes of Sinope, Herodotus of Halicarnassus, Michelangelo Buonarroti, Rembrandt
van Rijn, Galileo Galilei, Dante Alighieri, Napoleon Bonaparte, Judas Iscariot, Erasmus of Rotterdam
"""
"""People who are meant by their first name alone, with what may follow it."""


# Rulers with their numbers and epithets.
_RULERS = """
Alexander I the Blessed, Alexander II the Liberator, Alexander III the Peacemaker, Alexander III the Great, Alfonso X
the Wise, Antiochus III the Great, Basil II the Bulgar-slayer, Boleslaw I the Brave, Casimir III the Great, Catherine
II the Great, Charles II the Bald, Charles VI the Mad, Constantine I the Great, Cyrus II the Great, Darius I the
Great, Edward I the Longshanks, Elizabeth I the Virgin Queen, Frederick II the Great, Ferdinand II the Catholic,
Gregory I the Great, Isabella I the Catholic, Ivan III the Great, Ivan IV the Terrible, Justinian I the Great, Leo I
the Great, Louis I the Pious, Louis XIV the Sun King, Louis XV the Beloved, Manuel I the Fortunate, Mehmed II the
Conqueror, Otto I the Great, Peter I the Great, Philip IV the Fair, Ramses II the Great, Ramesses II the Great,
Richard I the Lionheart, Selim I the Grim, Stephen III the Great, Suleiman I the Magnificent, Theodosius I the Great,
Vlad III the Impaler, William I the Conqueror, William II the Red
"""


@cache
def _rulers() -> frozenset[str]:
    return frozenset(fold(" ".join(ruler.split())) for ruler in _RULERS.split(","))


def is_called(ruler: str, epithet: str) -> bool:
    """Return whether a ruler with a number is known by this name, too: Alexander II, the Liberator."""
    return fold(f"{ruler} the {epithet}") in _rulers()


def with_epithets(name: str) -> tuple[str, ...]:
    """Return the longer names of the person whom ``name``, a single word, means."""
    people = (" ".join(person.split()) for person in _BY_ONE_NAME.split(","))
    return tuple(person for person in people if fold(person.split()[0]) == fold(name))


@cache
def _by_surname() -> dict[str, str]:
    people = [" ".join(name.split()) for name in _PEOPLE.split(",")]
    return {fold(name.split()[-1]): name for name in people}


_IN_ORDERS = frozenset({"Martin Luther", "Gregor Mendel", "Antonio Vivaldi"})


def was_in_orders(name: str) -> bool:
    """Return whether the person with this full name, as ``best_known`` has it, was a monk or a priest."""
    return name in _IN_ORDERS


def best_known(surname: str) -> str | None:
    """Return the full name of the person whom ``surname`` alone means; None if it may be someone else."""
    return _by_surname().get(fold(surname))
