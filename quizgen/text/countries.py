"""The countries' names: one letter may lie between two of them, and a country is not what is named after it."""

from quizgen.text.words import listed

NATIONS = listed(
    """
    albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bangladesh barbados
    belarus belgium belize benin bhutan bolivia bosnia botswana brazil bulgaria burundi cambodia cameroon canada
    chad chile china colombia comoros congo croatia cyprus denmark djibouti dominica ecuador egypt england eritrea
    estonia eswatini ethiopia fiji france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana
    haiti hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kenya kiribati korea
    kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg madagascar malawi
    malaysia maldives mali malta mauritania mexico micronesia moldova monaco mongolia montenegro morocco mozambique
    myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama peru
    philippines poland portugal qatar romania russia rwanda samoa scotland senegal seychelles singapore slovakia
    slovenia somalia spain sudan suriname sweden switzerland syria tajikistan tanzania thailand togo tonga tunisia
    turkey turkmenistan tuvalu uganda ukraine uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe
    """
)
