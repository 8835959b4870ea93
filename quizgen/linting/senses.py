"""Words and phrases that mean the same in the options of a question."""

import re
from functools import cache

from quizgen.text.synonyms import term_groups

# The first of each group stands for all. Terms that dictionaries have as full synonyms are in ``text.synonyms``.
_SENSES = """
gain, gains, takes up, picks up, acquires, receives, take up, pick up, acquire, receive
lose, loses, gives up, gives off, gives away, give up, give off, give away, sheds, shed
increase, increases, rises, rise, goes up, go up, grows, climbs, becomes greater, gets larger, becomes larger,
    gets bigger, becomes higher
decrease, decreases, falls, fall, goes down, go down, drops, drop, declines, diminishes, becomes smaller, gets
    smaller, becomes lower, shrinks
antonym, opposite, word with the opposite meaning
synonym, word with the same meaning, word that means the same
slow down, slows down, becomes slower, gets slower, decelerates
speed up, speeds up, becomes faster, gets faster
lengthen, lengthens, becomes longer, gets longer
shorten, shortens, becomes shorter, gets shorter
strengthen, strengthens, becomes stronger, gets stronger
weaken, weakens, becomes weaker, gets weaker
widen, widens, becomes wider, gets wider
narrow, narrows, becomes narrower, gets narrower
darken, darkens, becomes darker, gets darker
double, doubles, becomes twice as large, is twice as large, becomes twice as great, is multiplied by two,
    increases by 100%, increases by 100 percent
halve, halves, becomes half as large, is halved, is cut in half, is divided by two, decreases by 50%
triple, triples, becomes three times as large, is multiplied by three, increases threefold
zero, is zero, is equal to zero, equals zero, vanishes, is nil, nothing, none, nil, nought
same, stays the same, remains the same, does not change, remains unchanged, stays unchanged, is unchanged,
    remains constant, stays constant, no change, is constant, is not changed
forward, forwards, in the direction of motion, in the direction of travel, in the direction of movement
backward, backwards, against the direction of motion, opposite to the direction of motion, in the opposite
    direction to motion
large, big, great
small, little
begin, begins, start, starts, commence, commences
end, ends, finish, finishes, stop, stops, cease, ceases
quick, fast, rapid, rapidly, quickly, swiftly, swift
buy, buys, purchase, purchases
help, helps, assist, assists, aid, aids
need, needs, require, requires
show, shows, display, displays
make, makes, produce, produces, create, creates
destroy, destroys, ruin, ruins
allow, allows, permit, permits
forbid, forbids, prohibit, prohibits, ban, bans
get rid of, gets rid of, remove, removes, eliminate, eliminates
interquartile range, midspread
physician, doctor, medical doctor
lawyer, attorney
car, automobile
movie, film
sea level rises, rising sea level
happy, glad, joyful
sad, unhappy, sorrowful
rich, wealthy
brave, courageous
angry, furious
attempt, try
choose, select, pick
answer, reply, respond
increased, raised, rose, grew, went up
decreased, lowered, reduced, fell, dropped, went down
increasing it, raising it
decreasing it, reducing it, lowering it
mean, arithmetic mean, average, arithmetic average
stomach, belly
intestine, bowel, gut
nerve cell, neuron, neurone
carnivore, meat eater
carnivores, meat eaters
herbivore, plant eater
herbivores, plant eaters
tenant, lessee
landlord, lessor
defendant, accused
directory, folder
processor, cpu, central processing unit
hard disk, hard drive
c sharp, d flat, c♯, d♭
d sharp, e flat, d♯, e♭
f sharp, g flat, f♯, g♭
g sharp, a flat, g♯, a♭
a sharp, b flat, a♯, b♭
cilantro, coriander leaves
scallion, spring onion, green onion
scallions, spring onions, green onions
baking soda, bicarbonate of soda, sodium bicarbonate
powdered sugar, icing sugar, confectioners' sugar
first world war, world war i, world war one, great war
second world war, world war ii, world war two
common people, ordinary people
poor people, the poor
rich people, the rich, the wealthy
too much, excessive
maybe, perhaps, possibly
soon, shortly, before long
often, frequently, many times
seldom, rarely
almost, nearly
at once, immediately, right away, straight away
again, once more
wrong, incorrect, false
ill, sick, unwell
scared, afraid, frightened
tired, exhausted, weary
clever, intelligent, smart
stupid, foolish, silly
beautiful, lovely
ugly, unattractive
to speak, to talk
to shout, to yell
to close, to shut
to buy, to purchase
to help, to assist
to hide, to conceal
to reply, to answer, to respond
journey, trip
error, mistake
child, kid
children, kids
shop, store
sofa, couch
apartment, flat
truck, lorry
sidewalk, pavement
cookie, biscuit
cookies, biscuits
vacation, holiday
profit, net income, net earnings
revenue, sales revenue, turnover
shareholder, stockholder
shareholders, stockholders
inventory, stock
liabilities, debts
theft, stealing
jail, prison
low blood pressure, hypotension
stroke, cerebrovascular accident
fever, high temperature, raised temperature
itching, pruritus
thighbone, thigh bone, femur
shinbone, shin bone, tibia
gullet, esophagus, oesophagus
fool's gold, pyrite
corn, maize
peanut, groundnut
bell pepper, sweet pepper, capsicum
shrimp, prawn
appetizer, starter
cotyledon, seed leaf
cotyledons, seed leaves
somatic cell, body cell
somatic cells, body cells
egg cell, ovum
egg cells, ova
malleus, hammer bone
heel bone, calcaneus
cheekbone, zygomatic bone
navel, belly button
milk teeth, baby teeth, deciduous teeth
eyetooth, canine tooth
wisdom tooth, third molar
orca, killer whale
puma, cougar, mountain lion
reindeer, caribou
firefly, lightning bug
ladybug, ladybird
arugula, rocket salad
chickpea, garbanzo bean
chickpeas, garbanzo beans
soybean, soya bean
rutabaga, swede
deadly nightshade, belladonna
quicksilver, mercury
brimstone, sulfur, sulphur
hydrochloric acid, muriatic acid
potassium nitrate, saltpeter, saltpetre
noble gases, inert gases
dative bond, coordinate bond
redox reaction, oxidation-reduction reaction
torque, moment of force
refractive index, index of refraction
natural logarithm, logarithm to the base e
common logarithm, logarithm to the base 10
bar chart, bar graph
pie chart, circle graph
ram, random access memory, random-access memory
rom, read-only memory
wide area network, wan
value-added tax, value added tax, vat
chief executive officer, ceo
return on investment, roi
sole proprietor, sole trader
assembly line, production line
plaintiff, claimant
burden of proof, onus of proof
prenuptial agreement, prenup
double bass, contrabass, string bass
english horn, cor anglais
timpani, kettledrums
treble clef, g clef
bass clef, f clef
tsunami, tidal wave
tornado, twister
greenwich mean time, gmt
prime meridian, greenwich meridian
plateau, tableland
meridians, lines of longitude
parallels, lines of latitude
hot spring, thermal spring
paracetamol, acetaminophen
salbutamol, albuterol
noradrenaline, norepinephrine
lidocaine, lignocaine
shingles, herpes zoster
glandular fever, infectious mononucleosis
nosebleed, epistaxis
hives, urticaria
hair loss, alopecia
bruise, contusion
fainting, syncope
indigestion, dyspepsia
tooth decay, dental caries
jaundice, icterus
gallstones, cholelithiasis
kidney stones, nephrolithiasis
shortness of breath, dyspnea, dyspnoea
fast heart rate, rapid heart rate, tachycardia
slow heart rate, bradycardia
pressure ulcer, pressure sore, bedsore
heavy cream, double cream
all-purpose flour, plain flour
ground beef, minced beef
cornstarch, cornflour
table tennis, ping-pong
present progressive, present continuous
past progressive, past continuous
simple past, past simple
simple present, present simple
classical conditioning, pavlovian conditioning
operant conditioning, instrumental conditioning
bipolar disorder, manic depression
dissociative identity disorder, multiple personality disorder
capacitor, condenser
cell respiration, cellular respiration
vacuum tube, thermionic valve
power outlet, wall socket
circuit breaker, trip switch
galvanic cell, voltaic cell
rechargeable battery, secondary cell
wrench, spanner
flashlight, torch
nappy, diaper
pram, baby carriage
windshield, windscreen
railway, railroad
subway, underground
roundabout, traffic circle, rotary
pedestrian crossing, crosswalk
mobile phone, cell phone, cellphone
letterbox, mailbox
rubbish, garbage, trash
caretaker, janitor
undertaker, mortician
estate agent, realtor
primary school, elementary school
arithmetic progression, arithmetic sequence
geometric progression, geometric sequence
surjective, onto
shutter speed, exposure time, time of exposure
white balance, color balance, colour balance
telephoto lens, long-focus lens
ancestor class, superclass, parent class, base class
subclass, child class, derived class
accounts receivable, trade receivables, debtors
accounts payable, trade payables, creditors
retained earnings, accumulated profits
balance sheet, statement of financial position
income statement, profit and loss account, profit and loss statement
overdraft, overdrawn account
checking account, current account
mortgage, home loan
prime rate, base rate
unemployment benefit, jobless benefit
tariff, import duty, customs duty
embargo, trade ban
right to vote, suffrage, franchise
referendum, plebiscite
misdemeanor, minor crime, petty crime
high blood sugar, hyperglycemia, hyperglycaemia
low blood sugar, hypoglycemia, hypoglycaemia
inflammation of the liver, hepatitis
inflammation of the kidneys, nephritis
measles, rubeola
scarlet fever, scarlatina
leprosy, hansen's disease
tuberculosis, consumption
red blood cells, erythrocytes
white blood cells, leukocytes, leucocytes
platelets, thrombocytes
fat cell, adipocyte
fat cells, adipocytes
thyroxine, t4
vitamin b1, thiamine, thiamin
vitamin b2, riboflavin
vitamin b3, niacin, nicotinic acid
vitamin b9, folic acid, folate
vitamin b12, cobalamin
vitamin a, retinol
vitamin e, tocopherol
vitamin d3, cholecalciferol
earwax, cerumen
skull, cranium
big toe, hallux
adam's apple, laryngeal prominence
pituitary gland, hypophysis
pineal gland, epiphysis
afterbirth, placenta
tadpole, polliwog
guinea pig, cavy
gnu, wildebeest
woodchuck, groundhog
starfish, sea star
hawk moth, sphinx moth
crayfish, crawfish
budgie, budgerigar
grain alcohol, ethanol, ethyl alcohol
washing soda, sodium carbonate
caustic potash, potassium hydroxide
dry ice, solid carbon dioxide
sulfuric acid, oil of vitriol
nitric acid, aqua fortis
galena, lead sulfide
hematite, haematite
soapstone, steatite
quake, earthquake, seism
earthquake focus, hypocenter, hypocentre
landslide, landslip
mudslide, mudflow
drainage basin, catchment area, watershed
savanna, savannah
rain forest, rainforest
lunar eclipse, eclipse of the moon
solar eclipse, eclipse of the sun
big dipper, plough
cycles per second, hertz
converging lens, convex lens
diverging lens, concave lens
total reflection, total internal reflection
weightlessness, zero gravity, microgravity
time signature, meter signature, metre signature
quarter rest, crotchet rest
half rest, minim rest
bar line, measure line
semitone, half step, half tone
whole step, whole tone
leading note, leading tone
alliteration, head rhyme
hyperbole, exaggeration
oxymoron, contradiction in terms
protagonist, main character
foreword, preface
play on words, pun, wordplay
exclamation mark, exclamation point
present perfect, present perfect tense
subjunctive, subjunctive mood
to begin, to start
to end, to finish
to choose, to select
to repair, to mend, to fix
to allow, to permit
to forbid, to prohibit
to receive, to get
to try, to attempt
negative correlation, inverse correlation
positive correlation, direct correlation
median, 50th percentile
mode, most frequent value
bell curve, normal curve
god, deity, a deity, a god, divinity
god exists, there is a god, there is a deity, a god exists, a deity exists
clergyman, cleric, member of the clergy
clergymen, clerics, members of the clergy
heaven, paradise
holy scripture, holy writ
forgiveness of sins, remission of sins
the soul is immortal, the soul never dies, the soul does not die
scatter plot, scatter diagram, scattergram
trial and error, trial-and-error learning
goalkeeper, goalie
penalty kick, spot kick
overtime, extra time
track and field, athletics
parmesan, parmigiano-reggiano
french fries, chips
potato chips, crisps
wholemeal flour, whole-wheat flour
caster sugar, superfine sugar
grill, broiler
beetroot, beet
lima bean, butter bean
romaine lettuce, cos lettuce
molasses, black treacle
"""


@cache
def senses() -> dict[str, str]:
    """Return what stands for each phrase: for terms of a subject, and for those above, which go before."""
    sense = {}
    own = [line.split(", ") for line in re.sub(r"\n +", " ", _SENSES).strip().splitlines()]
    for group in (*term_groups(), *own):
        sense.update(dict.fromkeys(group, group[0]))
    return sense
