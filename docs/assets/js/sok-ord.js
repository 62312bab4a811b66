// Words as the search sees them, the same way as site_builder/words.py: numbers, stems, letters without marks.
globalThis.sok = {};
{
  // However an official number is written (1:4, 1.4, 1-4, 1/4, 1 4, 14 or ett fyra after a word), it is one word: 1:4.
  const NUMMER = /(?<![\p{N}:;.,/–-])([0-9]{1,2})(?:\s?[:;.,/–-]\s?|\s(?:punkt|kolon|komma)\s)([0-9]{1,2})(?![\p{L}\p{N}]|[:;.,/–-][0-9])/gu;
  const ISAR = /(?<=^\s*|\p{L}\s+)([0-9]{1,2})\s([0-9]{1,2})(?![^\s])/gu;
  const IHOP = /(?<=(?:insats|strategi|åtgärd|atgard)\p{L}*\s+)([1-9])([1-9])(?![^\s])/giu;
  const RAKNEORD = /(?<=(?:insats|strategi|åtgärd|atgard|område|omrade|bilaga)\p{L}*\s+)(?:ett|två|tva|tre|fyra|fem|sex)(?:\s(?:kolon\s)?(?:ett|två|tva|tre|fyra|fem|sex))?(?!\p{L})/giu;
  const ORDNING = /(första|andra|tredje|fjärde|femte)\s+((?:fokus|mål)område\p{L}*)/giu;
  const TAL = { ett: 1, två: 2, tva: 2, tre: 3, fyra: 4, fem: 5, sex: 6, första: 1, andra: 2, tredje: 3, fjärde: 4, femte: 5 };
  const ORD = /(?<![\p{L}\p{N}_:])[0-9]{1,2}:[0-9]{1,2}(?![\p{L}\p{N}_:])|\p{L}+|[0-9]+/gu;

  const VOKALER = "aeiouyäåö";
  const FORE_S = "bcdfghjklmnoprtvy";
  const FORE_OST = "iklnprtuv";
  const INTE_FORE_ET = ("fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit").split(" ");
  const ANDELSER = langstForst("a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or "
    + "s as arnas ernas ornas es ades andes ens arens hetens erns at et andet het ast");
  const PAR = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
  const OVRIGA = langstForst("ig lig els fullt öst");

  function langstForst(ord) {
    return ord.split(" ").sort((a, b) => b.length - a.length);
  }

  // Where a word's endings may begin: after its first vowel and consonant, but never before the fourth letter.
  function grans(ord) {
    if (ord.length < 3) return ord.length;
    const traff = /^[^aeiouyäåö]*[aeiouyäåö]+[^aeiouyäåö]/.exec(ord);
    return traff ? Math.max(3, traff[0].length) : ord.length;
  }

  function farMistaEt(ord) {
    const [nastSist, sist] = ord.slice(-2);
    return ord.length > 2 && !VOKALER.includes(sist) && VOKALER.includes(nastSist)
      && !INTE_FORE_ET.some((slut) => ord.endsWith(slut));
  }

  function utanBojning(ord, start) {
    const slut = ANDELSER.find((andelse) => ord.endsWith(andelse) && ord.length - andelse.length >= start);
    if (!slut) return ord;
    const kvar = ord.slice(0, -slut.length);
    if (slut === "et") return farMistaEt(kvar) ? kvar : ord;
    if (slut !== "s") return kvar;
    if (kvar.endsWith("et") && farMistaEt(kvar.slice(0, -2))) return kvar.slice(0, -2);
    return kvar && FORE_S.includes(kvar.at(-1)) ? kvar : ord;
  }

  function utanAvledning(ord, start) {
    const slut = OVRIGA.find((andelse) => ord.endsWith(andelse) && ord.length - andelse.length >= start);
    if (!slut) return ord;
    const kvar = ord.slice(0, -slut.length);
    if (slut === "fullt") return `${kvar}full`;
    if (slut === "öst") return kvar && FORE_OST.includes(kvar.at(-1)) ? `${kvar}ös` : ord;
    return kvar;
  }

  // Snowball's algorithm for Swedish (snowballstem.org), as the library that made the index has it, and one ending more.
  const kanda = new Map();
  sok.stam = (ord) => {
    if (!kanda.has(ord)) kanda.set(ord, rakna(ord));
    return kanda.get(ord);
  };

  function rakna(ord) {
    if (/^[0-9]/.test(ord)) return ord;
    const start = grans(ord);
    let kvar = utanBojning(ord, start);
    if (kvar.length - 2 >= start && PAR.includes(kvar.slice(-2))) kvar = kvar.slice(0, -1);
    kvar = utanAvledning(kvar, start);
    return kvar.endsWith("an") && kvar.length > 4 ? kvar.slice(0, -2) : kvar;
  }

  sok.vik = (ord) => ord.normalize("NFD").replace(/\p{Mn}/gu, "");

  sok.ordI = (text) => text.normalize("NFC").toLowerCase().match(ORD) ?? [];

  const iSiffror = (orden) => orden.toLowerCase().split(/\s+/u).map((ord) => TAL[ord]).filter(Boolean).join(":");

  sok.ordIFraga = (fraga) => sok.ordI(fraga.normalize("NFC")
    .replace(RAKNEORD, iSiffror).replace(ORDNING, (_, ordning, namn) => `${namn} ${iSiffror(ordning)}`)
    .replace(IHOP, "$1:$2").replace(ISAR, " $1:$2 ").replace(NUMMER, " $1:$2 "));
}
