import { foldedName } from './folded-name.js';

/** ISO 3166-1: alpha-2 and alpha-3 code of every country, written together. */
const CODES = `
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB
BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR
BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR
CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK
FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS
GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN
ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO
LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER
NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP
SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF
TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY
UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE`;

/** What else people write: signs on cars, parts for the whole, former and short names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  D: 'DE',
  BRD: 'DE',
  A: 'AT',
  F: 'FR',
  I: 'IT',
  L: 'LU',
  E: 'ES',
  FL: 'LI',
  UK: 'GB',
  England: 'GB',
  Scotland: 'GB',
  Schottland: 'GB',
  Wales: 'GB',
  'Great Britain': 'GB',
  Großbritannien: 'GB',
  'Northern Ireland': 'GB',
  Nordirland: 'GB',
  Holland: 'NL',
  'The Netherlands': 'NL',
  America: 'US',
  Amerika: 'US',
  'United States of America': 'US',
  'Vereinigte Staaten von Amerika': 'US',
  'Czech Republic': 'CZ',
  'Tschechische Republik': 'CZ',
  'Slowakische Republik': 'SK',
  'Republic of Ireland': 'IE',
  Turkey: 'TR',
  Macedonia: 'MK',
  Mazedonien: 'MK',
  'South Korea': 'KR',
  Südkorea: 'KR',
  Russia: 'RU',
  'Schweizerische Eidgenossenschaft': 'CH',
  'Bundesrepublik Deutschland': 'DE',
  'Federal Republic of Germany': 'DE',
  Elfenbeinküste: 'CI',
};

/** English and German, and the other languages of Switzerland and its neighbours. */
const LANGUAGES = ['en', 'de', 'fr', 'it'];

const CODES_BY_NAME = codesByName();

/** The ISO 3166-1 alpha-2 code of a country, by its code or its name; null where there is none of that name. */
export function readCountry(text: string): string | null {
  return CODES_BY_NAME.get(foldedName(text)) ?? null;
}

function codesByName(): ReadonlyMap<string, string> {
  const codes = CODES.trim()
    .split(/\s+/)
    .map((both) => [both.slice(0, 2), both.slice(2)] as const);
  const names = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  const entries: (readonly [name: string, code: string])[] = [
    ...codes.flatMap(([alpha2]) => names.map((named) => [named.of(alpha2) ?? alpha2, alpha2] as const)),
    ...Object.entries(OTHER_NAMES),
    // Last, so that no name is taken for another country's code.
    ...codes.flatMap(([alpha2, alpha3]) => [[alpha3, alpha2] as const, [alpha2, alpha2] as const]),
  ];
  return new Map(entries.map(([name, code]) => [foldedName(name), code]));
}
