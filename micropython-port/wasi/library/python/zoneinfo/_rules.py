# Made by zoneinfo/rules.py. Not to be edited. Each line is a rule, the year from which it holds, and zones: an area and its places.

RULES = """\
<+00>0<+02>-2,M3.5.0/1,M10.5.0/3 2006 Antarctica/Troll
<+01>-1 2088 Africa/Casablanca,El_Aaiun
<+0330>-3:30 2023 Asia/Tehran
<+03>-3 1 Antarctica/Syowa Asia/Aden,Kuwait,Riyadh
<+03>-3 1973 Asia/Bahrain,Qatar
<+03>-3 2008 Asia/Baghdad
<+03>-3 2012 Europe/Minsk
<+03>-3 2017 Asia/Istanbul Europe/Istanbul
<+03>-3 2023 Asia/Amman,Damascus
<+0430>-4:30 1945 Asia/Kabul
<+04>-4 1 Asia/Dubai,Muscat Indian/Mahe,Reunion
<+04>-4 2006 Asia/Tbilisi
<+04>-4 2010 Indian/Mauritius
<+04>-4 2012 Asia/Yerevan Europe/Samara
<+04>-4 2016 Asia/Baku
<+04>-4 2017 Europe/Astrakhan,Saratov,Ulyanovsk
<+0530>-5:30 2007 Asia/Colombo
<+0545>-5:45 1986 Asia/Kathmandu,Katmandu
<+05>-5 1 Indian/Kerguelen
<+05>-5 1960 Indian/Maldives
<+05>-5 1992 Asia/Dushanbe,Samarkand,Tashkent
<+05>-5 1993 Asia/Ashgabat,Ashkhabad
<+05>-5 2005 Asia/Aqtau,Aqtobe,Atyrau,Oral
<+05>-5 2010 Antarctica/Mawson
<+05>-5 2015 Asia/Yekaterinburg
<+05>-5 2019 Asia/Qyzylorda
<+05>-5 2024 Antarctica/Vostok
<+05>-5 2025 Asia/Almaty,Qostanay
<+0630>-6:30 1 Indian/Cocos
<+0630>-6:30 1946 Asia/Rangoon,Yangon
<+06>-6 1 Asia/Kashgar,Urumqi
<+06>-6 1988 Asia/Thimbu,Thimphu
<+06>-6 1996 Indian/Chagos
<+06>-6 2006 Asia/Bishkek
<+06>-6 2010 Asia/Dacca,Dhaka
<+06>-6 2015 Asia/Omsk
<+07>-7 1 Indian/Christmas
<+07>-7 1921 Asia/Bangkok
<+07>-7 1946 Asia/Phnom_Penh
<+07>-7 1956 Asia/Vientiane
<+07>-7 1976 Asia/Ho_Chi_Minh,Saigon
<+07>-7 2012 Asia/Novokuznetsk
<+07>-7 2013 Antarctica/Davis
<+07>-7 2015 Asia/Krasnoyarsk
<+07>-7 2017 Asia/Barnaul,Hovd,Novosibirsk,Tomsk
<+0845>-8:45 2010 Australia/Eucla
<+08>-8 1933 Asia/Brunei
<+08>-8 1946 Asia/Kuching
<+08>-8 1982 Asia/Kuala_Lumpur,Singapore
<+08>-8 2015 Asia/Irkutsk
<+08>-8 2017 Asia/Choibalsan,Ulaanbaatar,Ulan_Bator
<+08>-8 2024 Antarctica/Casey
<+09>-9 1901 Pacific/Palau
<+09>-9 2001 Asia/Dili
<+09>-9 2015 Asia/Khandyga,Yakutsk
<+09>-9 2017 Asia/Chita
<+1030>-10:30<+11>-11,M10.1.0,M4.1.0 2008 Australia/LHI,Lord_Howe
<+10>-10 1895 Pacific/Port_Moresby,Truk,Yap
<+10>-10 1946 Pacific/Chuuk
<+10>-10 1957 Antarctica/DumontDUrville
<+10>-10 2015 Asia/Ust-Nera,Vladivostok
<+11>-11 1 Pacific/Guadalcanal,Ponape
<+11>-11 1946 Pacific/Pohnpei
<+11>-11 1994 Pacific/Efate
<+11>-11 1998 Pacific/Noumea
<+11>-11 1999 Pacific/Kosrae
<+11>-11 2015 Asia/Srednekolymsk Pacific/Bougainville
<+11>-11 2017 Asia/Magadan,Sakhalin
<+11>-11<+12>,M10.1.0,M4.1.0/3 2020 Pacific/Norfolk
<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45 2008 Pacific/Chatham
<+12>-12 1 Pacific/Funafuti,Tarawa,Wake,Wallis
<+12>-12 1970 Pacific/Majuro
<+12>-12 1980 Pacific/Nauru
<+12>-12 1994 Pacific/Kwajalein
<+12>-12 2012 Asia/Anadyr,Kamchatka
<+12>-12 2022 Pacific/Fiji
<+13>-13 1995 Pacific/Enderbury,Kanton
<+13>-13 2012 Pacific/Fakaofo
<+13>-13 2018 Pacific/Tongatapu
<+13>-13 2022 Pacific/Apia
<+14>-14 1995 Pacific/Kiritimati
<-01>1 1976 Atlantic/Cape_Verde
<-01>1<+00>,M3.5.0/0,M10.5.0/1 1997 Atlantic/Azores
<-02>2 1 Atlantic/South_Georgia
<-02>2 2003 America/Noronha Brazil/DeNoronha
<-02>2<-01>,M3.5.0/-1,M10.5.0/0 2025 America/Godthab,Nuuk,Scoresbysund
<-03>3 1 Antarctica/Rothera
<-03>3 1968 America/Cayenne
<-03>3 1985 America/Paramaribo
<-03>3 1989 America/Belem
<-03>3 2003 America/Fortaleza,Maceio,Recife
<-03>3 2009 America/Argentina/Catamarca,Argentina/ComodRivadavia,Argentina/Jujuy,Argentina/La_Rioja,Argentina/Mendoza,Argentina/Rio_Gallegos,Argentina/Salta,Argentina/San_Juan,Argentina/Ushuaia,Catamarca,Jujuy,Mendoza,Santarem
<-03>3 2010 America/Argentina/Buenos_Aires,Argentina/Cordoba,Argentina/San_Luis,Argentina/Tucuman,Buenos_Aires,Cordoba,Rosario
<-03>3 2011 Atlantic/Stanley
<-03>3 2013 America/Bahia
<-03>3 2014 America/Araguaina
<-03>3 2016 America/Montevideo
<-03>3 2017 America/Punta_Arenas Antarctica/Palmer
<-03>3 2020 America/Sao_Paulo Brazil/East
<-03>3 2025 America/Asuncion,Coyhaique
<-03>3<-02>,M3.2.0,M11.1.0 2008 America/Miquelon
<-04>4 1933 America/La_Paz
<-04>4 1989 America/Porto_Velho
<-04>4 1993 America/Guyana
<-04>4 1995 America/Manaus Brazil/West
<-04>4 2001 America/Boa_Vista
<-04>4 2017 America/Caracas
<-04>4 2020 America/Campo_Grande,Cuiaba
<-04>4<-03>,M9.1.6/24,M4.1.6/24 2023 America/Santiago Chile/Continental
<-05>5 1994 America/Bogota,Guayaquil
<-05>5 1995 America/Lima
<-05>5 2014 America/Eirunepe,Porto_Acre,Rio_Branco Brazil/Acre
<-06>6 1994 Pacific/Galapagos
<-06>6<-05>,M9.1.6/22,M4.1.6/22 2023 Chile/EasterIsland Pacific/Easter
<-08>8 1999 Pacific/Pitcairn
<-0930>9:30 1 Pacific/Marquesas
<-09>9 1 Pacific/Gambier
<-10>10 1 Pacific/Tahiti
<-10>10 1992 Pacific/Rarotonga
<-11>11 1965 Pacific/Niue
ACST-9:30 1945 Australia/Darwin,North
ACST-9:30ACDT,M10.1.0,M4.1.0/3 2008 Australia/Adelaide,Broken_Hill,South,Yancowinna
AEST-10 1993 Australia/Brisbane,Queensland
AEST-10 1995 Australia/Lindeman
AEST-10AEDT,M10.1.0,M4.1.0/3 2008 Australia/ACT,Canberra,Currie,Hobart,Melbourne,NSW,Sydney,Tasmania,Victoria
AEST-10AEDT,M10.1.0,M4.1.0/3 2012 Antarctica/Macquarie
AKST9AKDT,M3.2.0,M11.1.0 2008 America/Anchorage,Juneau,Nome,Sitka,Yakutat US/Alaska
AKST9AKDT,M3.2.0,M11.1.0 2020 America/Metlakatla
AST4 1 America/Anguilla,Dominica,Grenada,Guadeloupe,Montserrat,Port_of_Spain,St_Kitts,St_Thomas,Tortola
AST4 1913 America/St_Lucia,St_Vincent
AST4 1946 America/Blanc-Sablon,Kralendijk,Lower_Princes,Marigot,Puerto_Rico,St_Barthelemy,Virgin
AST4 1952 America/Antigua
AST4 1966 America/Aruba,Curacao
AST4 1981 America/Barbados,Martinique
AST4 2001 America/Santo_Domingo
AST4ADT,M3.2.0,M11.1.0 2008 America/Glace_Bay,Halifax,Moncton,Thule Atlantic/Bermuda Canada/Atlantic
AST4ADT,M3.2.0,M11.1.0 2012 America/Goose_Bay
AWST-8 2010 Australia/Perth,West
CAT-2 1 Africa/Bujumbura,Harare,Kigali,Lusaka,Maputo
CAT-2 1921 Africa/Lubumbashi
CAT-2 1926 Africa/Blantyre
CAT-2 1945 Africa/Gaborone
CAT-2 2018 Africa/Khartoum,Windhoek
CAT-2 2022 Africa/Juba
CET-1 1982 Africa/Algiers
CET-1 2009 Africa/Tunis
CET-1CEST,M3.5.0,M10.5.0/3 1997 Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Amsterdam,Andorra,Belgrade,Berlin,Bratislava,Brussels,Budapest,Busingen,Copenhagen,Gibraltar,Ljubljana,Luxembourg,Madrid,Malta,Monaco,Oslo,Paris,Podgorica,Prague,Rome,San_Marino,Sarajevo,Skopje,Stockholm,Tirane,Vaduz,Vatican,Vienna,Warsaw,Zagreb,Zurich
CST-8 1980 Asia/Macao,Macau,Taipei
CST-8 1992 Asia/Chongqing,Chungking,Harbin,Shanghai
CST5CDT,M3.2.0/0,M11.1.0/1 2013 America/Havana
CST6 1961 America/Regina Canada/Saskatchewan
CST6 1973 America/Swift_Current
CST6 1984 America/Belize
CST6 1989 America/El_Salvador
CST6 1993 America/Costa_Rica
CST6 2007 America/Guatemala,Managua,Tegucigalpa
CST6 2023 America/Bahia_Banderas,Chihuahua,Merida,Mexico_City,Monterrey Mexico/General
CST6CDT,M3.2.0,M11.1.0 2008 America/Chicago,Indiana/Knox,Indiana/Tell_City,Knox_IN,Menominee,North_Dakota/Center,North_Dakota/New_Salem,Rainy_River,Rankin_Inlet,Resolute,Winnipeg Canada/Central US/Central,Indiana-Starke
CST6CDT,M3.2.0,M11.1.0 2011 America/Matamoros,North_Dakota/Beulah
CST6CDT,M3.2.0,M11.1.0 2024 America/Ojinaga
ChST-10 2001 Pacific/Guam,Saipan
EAT-3 1 Africa/Djibouti Indian/Comoro,Mayotte
EAT-3 1937 Africa/Addis_Ababa,Asmara
EAT-3 1943 Africa/Asmera,Nairobi
EAT-3 1955 Indian/Antananarivo
EAT-3 1957 Africa/Kampala,Mogadishu
EAT-3 1961 Africa/Dar_es_Salaam
EET-2 2014 Africa/Tripoli
EET-2 2015 Europe/Kaliningrad
EET-2EEST,M3.4.4/50,M10.4.4/50 2087 Asia/Gaza,Hebron
EET-2EEST,M3.5.0,M10.5.0/3 1998 Europe/Chisinau,Tiraspol
EET-2EEST,M3.5.0/0,M10.5.0/0 2000 Asia/Beirut
EET-2EEST,M3.5.0/3,M10.5.0/4 1997 Europe/Athens,Helsinki,Kiev,Kyiv,Mariehamn,Uzhgorod,Zaporozhye
EET-2EEST,M3.5.0/3,M10.5.0/4 1998 Europe/Bucharest,Sofia
EET-2EEST,M3.5.0/3,M10.5.0/4 1999 Asia/Nicosia Europe/Nicosia
EET-2EEST,M3.5.0/3,M10.5.0/4 2002 Europe/Riga
EET-2EEST,M3.5.0/3,M10.5.0/4 2003 Europe/Tallinn
EET-2EEST,M3.5.0/3,M10.5.0/4 2004 Europe/Vilnius
EET-2EEST,M3.5.0/3,M10.5.0/4 2018 Asia/Famagusta
EET-2EEST,M4.5.5/0,M10.5.4/24 2024 Africa/Cairo
EST5 1909 America/Coral_Harbour,Panama
EST5 1913 America/Cayman
EST5 1946 America/Atikokan
EST5 1984 America/Jamaica
EST5 2016 America/Cancun
EST5EDT,M3.2.0,M11.1.0 2008 America/Detroit,Fort_Wayne,Indiana/Indianapolis,Indiana/Marengo,Indiana/Petersburg,Indiana/Vevay,Indiana/Vincennes,Indiana/Winamac,Indianapolis,Iqaluit,Kentucky/Louisville,Kentucky/Monticello,Louisville,Montreal,Nassau,New_York,Nipigon,Pangnirtung,Thunder_Bay,Toronto Canada/Eastern US/East-Indiana,Eastern,Michigan
EST5EDT,M3.2.0,M11.1.0 2018 America/Port-au-Prince
EST5EDT,M3.2.0,M11.1.0 2019 America/Grand_Turk
GMT0 1 Africa/Abidjan,Lome,Ouagadougou,Timbuktu GMT
GMT0 1942 Africa/Dakar,Freetown
GMT0 1943 Africa/Banjul
GMT0 1952 Atlantic/St_Helena
GMT0 1957 Africa/Accra
GMT0 1961 Africa/Bamako,Conakry,Nouakchott
GMT0 1969 Atlantic/Reykjavik
GMT0 1973 Africa/Monrovia
GMT0 1976 Africa/Bissau
GMT0 1997 America/Danmarkshavn
GMT0 2020 Africa/Sao_Tome
GMT0BST,M3.5.0/1,M10.5.0 1997 Europe/Belfast,Guernsey,Isle_of_Man,Jersey,London
HKT-8 1980 Asia/Hong_Kong
HST10 1948 Pacific/Honolulu,Johnston US/Hawaii
HST10HDT,M3.2.0,M11.1.0 2008 America/Adak,Atka US/Aleutian
IST-1GMT0,M10.5.0,M3.5.0/1 1997 Europe/Dublin
IST-2IDT,M3.4.4/26,M10.5.0 2014 Asia/Jerusalem,Tel_Aviv
IST-5:30 1946 Asia/Calcutta,Kolkata
JST-9 1952 Asia/Tokyo
KST-9 1989 Asia/Seoul
KST-9 2019 Asia/Pyongyang
MSK-3 2015 Europe/Kirov,Moscow,Simferopol
MSK-3 2021 Europe/Volgograd
MST7 1919 America/Creston
MST7 1968 America/Phoenix US/Arizona
MST7 1973 America/Dawson_Creek
MST7 1999 America/Hermosillo
MST7 2016 America/Fort_Nelson
MST7 2021 America/Dawson,Whitehorse Canada/Yukon
MST7 2023 America/Mazatlan Mexico/BajaSur
MST7MDT,M3.2.0,M11.1.0 2008 America/Boise,Cambridge_Bay,Denver,Edmonton,Inuvik,Shiprock,Yellowknife Canada/Mountain US/Mountain
MST7MDT,M3.2.0,M11.1.0 2023 America/Ciudad_Juarez
NST3:30NDT,M3.2.0,M11.1.0 2012 America/St_Johns Canada/Newfoundland
NZST-12NZDT,M9.5.0,M4.1.0/3 2008 Antarctica/McMurdo,South_Pole Pacific/Auckland
PKT-5 2010 Asia/Karachi
PST-8 1991 Asia/Manila
PST8PDT,M3.2.0,M11.1.0 2008 America/Los_Angeles,Vancouver Canada/Pacific US/Pacific
PST8PDT,M3.2.0,M11.1.0 2011 America/Ensenada,Santa_Isabel,Tijuana Mexico/BajaNorte
SAST-2 1 Africa/Mbabane
SAST-2 1945 Africa/Johannesburg,Maseru
SST11 1912 Pacific/Pago_Pago,Samoa US/Samoa
SST11 1957 Pacific/Midway
UTC0 1 UTC
WAT-1 1 Africa/Bangui,Brazzaville,Douala,Kinshasa,Libreville
WAT-1 1912 Africa/Luanda
WAT-1 1920 Africa/Lagos
WAT-1 1935 Africa/Porto-Novo
WAT-1 1961 Africa/Niamey
WAT-1 1964 Africa/Malabo
WAT-1 1981 Africa/Ndjamena
WET0WEST,M3.5.0/1,M10.5.0 1997 Atlantic/Canary,Faeroe,Faroe,Madeira Europe/Lisbon
WIB-7 1964 Asia/Jakarta
WIB-7 1988 Asia/Pontianak
WIT-9 1964 Asia/Jayapura
WITA-8 1946 Asia/Makassar,Ujung_Pandang
"""
