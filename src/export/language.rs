//! Language tags as browsers, readers of books and validators take them
//! (RFC 5646): `eng` is `en` there, and `gr` is nothing.

/// The two-letter codes of ISO 639-1, each with its codes of three letters.
const LANGUAGES: &str = "aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym \
    az aze ba bak be bel bg bul bh bih bi bis bm bam bn ben bo bod tib br bre bs bos ca cat ce che ch cha \
    co cos cr cre cs ces cze cu chu cv chv cy cym wel da dan de deu ger dv div dz dzo ee ewe el ell gre \
    en eng eo epo es spa et est eu eus baq fa fas per ff ful fi fin fj fij fo fao fr fra fre fy fry \
    ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb hi hin ho hmo hr hrv ht hat hu hun hy hye arm \
    hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido is isl ice it ita iu iku ja jpn jv jav \
    ka kat geo kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor kr kau ks kas ku kur kv kom kw cor \
    ky kir la lat lb ltz lg lug li lim ln lin lo lao lt lit lu lub lv lav mg mlg mh mah mi mri mao \
    mk mkd mac ml mal mn mon mr mar ms msa may mt mlt my mya bur na nau nb nob nd nde ne nep ng ndo \
    nl nld dut nn nno no nor nr nbl nv nav ny nya oc oci oj oji om orm or ori os oss pa pan pi pli \
    pl pol ps pus pt por qu que rm roh rn run ro ron rum ru rus rw kin sa san sc srd sd snd se sme \
    sg sag si sin sk slk slo sl slv sm smo sn sna so som sq sqi alb sr srp ss ssw st sot su sun sv swe \
    sw swa ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi \
    ty tah ug uig uk ukr ur urd uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor \
    za zha zh zho chi zu zul";

/// Scripts that texts are tagged with.
const SCRIPTS: &str = "Arab Armn Avst Beng Bopo Brai Cans Copt Cprt Cyrl Cyrs Deva Dsrt Egyp Ethi \
    Geor Glag Goth Grek Gujr Guru Hang Hani Hans Hant Hebr Hira Ital Jpan Kana Khmr Knda Kore Laoo \
    Latf Latg Latn Linb Mand Mlym Mong Mymr Nkoo Ogam Orya Phnx Runr Samr Sinh Sogd Syrc Syre Syrj \
    Syrn Taml Telu Tfng Thaa Thai Tibt Xpeo Xsux Yiii Zyyy";

/// The tag in a valid form, or nothing if it names no language.
pub(super) fn language_tag(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let mut out = primary(parts.next()?, &tag)?;
    let mut is_private = out.starts_with("x-");
    if is_private {
        return Some(out);
    }
    for part in parts {
        let is_word =
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_known = match part.len() {
            _ if !is_word => false,
            _ if is_private => true,
            1 => part.eq_ignore_ascii_case("x") && !tag.ends_with(part),
            2 => part.bytes().all(|byte| byte.is_ascii_alphabetic()),
            3 => part.bytes().all(|byte| byte.is_ascii_digit()),
            4 => SCRIPTS.split_ascii_whitespace().any(|script| script.eq_ignore_ascii_case(part)),
            _ => matches!(part, "polyton" | "monoton" | "fonipa" | "pinyin" | "wadegile"),
        };
        if !is_known {
            break;
        }
        is_private |= part.eq_ignore_ascii_case("x");
        out.push('-');
        out.push_str(part);
    }
    Some(out)
}

fn primary(code: &str, tag: &str) -> Option<String> {
    let code = code.to_ascii_lowercase();
    if code == "x" {
        let rest = tag.get(2..)?;
        let fits = rest.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        return fits.then(|| tag.to_owned());
    }
    if !matches!(code.len(), 2 | 3) || !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut short = "";
    for known in LANGUAGES.split_ascii_whitespace() {
        if known.len() == 2 {
            short = known;
        }
        if known == code {
            return Some(short.to_owned());
        }
    }
    (code.len() == 3).then_some(code)
}

/// Whether a language is written from right to left.
pub(super) fn is_right_to_left(tag: &str) -> bool {
    let Some(tag) = language_tag(tag) else { return false };
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    if let Some(script) = parts.find(|part| part.len() == 4) {
        return matches!(
            script.to_ascii_lowercase().as_str(),
            "arab" | "hebr" | "syrc" | "syre" | "syrj" | "syrn" | "thaa" | "nkoo" | "samr" | "mand"
        );
    }
    matches!(
        language,
        "ar" | "he"
            | "hbo"
            | "fa"
            | "ur"
            | "yi"
            | "syr"
            | "syc"
            | "arc"
            | "dv"
            | "ps"
            | "sd"
            | "ug"
            | "ckb"
            | "ota"
            | "sam"
    )
}

#[cfg(test)]
mod tests {
    use super::{is_right_to_left, language_tag};

    #[test]
    fn tags_as_the_field_writes_them() {
        for (written, valid) in [
            ("eng", Some("en")),
            ("en_GB", Some("en-GB")),
            ("grc", Some("grc")),
            ("gr", None),
            ("el-grc", Some("el")),
            ("sr-Cryl", Some("sr")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("la-x-medieval", Some("la-x-medieval")),
            ("x-unknown", Some("x-unknown")),
            ("Latin", None),
            ("", None),
        ] {
            assert_eq!(language_tag(written).as_deref(), valid, "{written}");
        }
        assert!(is_right_to_left("ara"));
        assert!(!is_right_to_left("ar-Latn"));
    }
}
