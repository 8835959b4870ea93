"""People who are meant by their surname alone, with the names that may be added: Einstein is Albert Einstein.

Only surnames of which one bearer is known far better than all others are here: no Curie, no Roosevelt, no Mercury.
"""

from functools import cache

from quizgen.text.folding import fold

_PEOPLE = """
Niels Henrik Abel, Konrad Adenauer, Salvador Allende, Roald Amundsen, Hannah Arendt, Neil Armstrong, Jane Austen,
Amedeo Avogadro, Johann Sebastian Bach, Honoré de Balzac, Charles Baudelaire, Simone de Beauvoir, Samuel Beckett,
Henri Becquerel, Ludwig van Beethoven, Tim Berners-Lee, Otto von Bismarck, Simón Bolívar, Ludwig Boltzmann, Napoleon
Bonaparte, Bertolt Brecht, Leonid Brezhnev, Robert Boyle, Tycho Brahe, Johannes Brahms, Albert Camus, Georg Cantor,
Jimmy Carter, Fidel Castro, Miguel de Cervantes, Paul Cézanne, Neville Chamberlain, Charlie Chaplin, Geoffrey Chaucer,
Anton Chekhov, Frédéric Chopin, Winston Churchill, Christopher Columbus, Nicolaus Copernicus, Hernán Cortés, Oliver
Cromwell, Salvador Dalí, John Dalton, Georges Danton, Charles Darwin, Claude Debussy, Edgar Degas, René Descartes,
Charles Dickens, Emily Dickinson, Denis Diderot, Edsger Dijkstra, Fyodor Dostoevsky, Alfred Dreyfus, Albrecht Dürer,
Antonín Dvořák, Amelia Earhart, Thomas Edison, Albert Einstein, Dwight D. Eisenhower, Friedrich Engels, Paul Erdős,
Leonhard Euler, Michael Faraday, Pierre de Fermat, Enrico Fermi, Richard Feynman, Alexander Fleming, Gustave Flaubert,
Francisco Franco, Sigmund Freud, Yuri Gagarin, Évariste Galois, Luigi Galvani, Mahatma Gandhi, Giuseppe Garibaldi,
Charles de Gaulle, Paul Gauguin, Carl Friedrich Gauss, Kurt Gödel, Joseph Goebbels, Johann Wolfgang von Goethe,
Mikhail Gorbachev, Francisco Goya, Edvard Grieg, Johannes Gutenberg, Fritz Haber, George Frideric Handel, Joseph
Haydn, Georg Wilhelm Friedrich Hegel, Werner Heisenberg, Ernest Hemingway, Heinrich Hertz, Adolf Hitler, Thomas
Hobbes, Grace Hopper, Edwin Hubble, Victor Hugo, Alexander von Humboldt, Henrik Ibsen, Thomas Jefferson, Edward
Jenner, James Joyce, Franz Kafka, Wassily Kandinsky, Immanuel Kant, Johannes Kepler, Nikita Khrushchev, Søren
Kierkegaard, Gustav Klimt, Robert Koch, Pierre-Simon Laplace, Antoine Lavoisier, Gottfried Wilhelm Leibniz, Vladimir
Lenin, Abraham Lincoln, Carl Linnaeus, Franz Liszt, Ada Lovelace, Martin Luther, Rosa Luxemburg, Niccolò Machiavelli,
Ferdinand Magellan, Gustav Mahler, Nelson Mandela, Édouard Manet, Guglielmo Marconi, Karl Marx, James Clerk Maxwell,
Joseph McCarthy, Golda Meir, Lise Meitner, Felix Mendelssohn, Gregor Mendel, Dmitri Mendeleev, Angela Merkel, Klemens
von Metternich, Claude Monet, Maria Montessori, Wolfgang Amadeus Mozart, Edvard Munch, Benito Mussolini, Pablo Neruda,
Isaac Newton, Friedrich Nietzsche, Florence Nightingale, Richard Nixon, Alfred Nobel, Barack Obama, Robert
Oppenheimer, George Orwell, Rosa Parks, Blaise Pascal, Louis Pasteur, Linus Pauling, Juan Perón, Pablo Picasso,
Augusto Pinochet, Max Planck, Edgar Allan Poe, Sergei Prokofiev, Marcel Proust, Giacomo Puccini, Henry Purcell, Sergei
Rachmaninoff, Pierre-Auguste Renoir, Bernhard Riemann, Maximilien Robespierre, Auguste Rodin, Wilhelm Röntgen,
Gioachino Rossini, Jean-Jacques Rousseau, Peter Paul Rubens, Ernest Rutherford, Jean-Paul Sartre, Friedrich Schiller,
Erwin Schrödinger, Franz Schubert, William Shakespeare, Dmitri Shostakovich, Bedřich Smetana, Joseph Stalin, John
Steinbeck, Igor Stravinsky, Pyotr Ilyich Tchaikovsky, Nikola Tesla, Margaret Thatcher, Leo Tolstoy, Evangelista
Torricelli, Leon Trotsky, Harry S. Truman, Donald Trump, Alan Turing, Mark Twain, Giuseppe Verdi, Johannes Vermeer,
Andreas Vesalius, Antonio Vivaldi, Alessandro Volta, Richard Wagner, Lech Wałęsa, George Washington, Oscar Wilde,
Virginia Woolf, Boris Yeltsin, Émile Zola
"""


@cache
def _by_surname() -> dict[str, str]:
    people = [" ".join(name.split()) for name in _PEOPLE.split(",")]
    return {fold(name.split()[-1]): name for name in people}


def best_known(surname: str) -> str | None:
    """Return the full name of the person whom ``surname`` alone means; None if it may be someone else."""
    return _by_surname().get(fold(surname))
