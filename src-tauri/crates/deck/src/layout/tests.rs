mod support;

use crate::geometry::LayoutRole;
use crate::laid_out::{Remark, Shape};
use crate::model::{BigFigure, Body, Column, Matrix, MatrixColumn, Paragraph, ParagraphStyle};

use super::BODY_FLOOR;
use support::{bullet, laid, lines_of, run, sentence, slide, texts, title_of};

#[test]
fn a_short_text_keeps_the_size_of_its_placeholder() {
    let deck = laid(vec![slide("a", "Purpose", Body::Text(vec![bullet("One"), bullet("Two")]))]);
    assert_eq!(texts(&deck.slides[0])[1].size, 26.0);
    assert_eq!(deck.remarks, []);
}

#[test]
fn a_longer_text_shrinks_before_its_slide_is_split() {
    let deck = laid(vec![slide("a", "Purpose", Body::Text(vec![bullet(&sentence(12)); 5]))]);
    assert_eq!(deck.slides.len(), 1);
    let size = texts(&deck.slides[0])[1].size;
    assert!((BODY_FLOOR..26.0).contains(&size), "{size}");
}

#[test]
fn a_text_too_long_for_the_floor_is_split_between_paragraphs_into_even_parts() {
    let deck = laid(vec![slide("a", "Purpose", Body::Text(vec![bullet(&sentence(14)); 9]))]);
    let titles: Vec<_> = deck.slides.iter().map(title_of).collect();
    assert_eq!(titles, ["Purpose", "Purpose (continued)"]);
    let counts: Vec<_> = deck.slides.iter().map(|slide| texts(slide)[1].paragraphs.len()).collect();
    assert_eq!(counts, [5, 4]);
    let ids: Vec<_> = deck.slides.iter().map(|slide| slide.id.as_str()).collect();
    assert_eq!(ids, ["a", "a.2"]);
    assert_eq!(deck.slides[1].notes, Vec::<String>::new());
}

#[test]
fn a_sub_point_stays_with_its_point() {
    let sub = Paragraph { runs: vec![run(&sentence(20))], style: ParagraphStyle::Bullet(1) };
    let points = vec![bullet(&sentence(20)), bullet(&sentence(20)), bullet(&sentence(40)), sub.clone(), sub];
    let deck = laid(vec![slide("a", "Next steps", Body::Text([points.clone(), points].concat()))]);
    assert!(deck.slides.len() > 1);
    for slide in &deck.slides {
        let first = texts(slide)[1].paragraphs[0].paragraph.style;
        assert_eq!(first, ParagraphStyle::Bullet(0));
    }
}

#[test]
fn a_paragraph_taller_than_a_slide_goes_on_to_the_next_one_whole() {
    let long = sentence(700);
    let deck = laid(vec![slide("a", "Purpose", Body::Text(vec![bullet(&long)]))]);
    assert!(deck.slides.len() > 2);
    let all: String = deck.slides.iter().flat_map(|slide| lines_of(texts(slide)[1])).collect();
    assert_eq!(all, long);
}

#[test]
fn no_word_is_broken_and_no_break_spaces_hold() {
    let text = "Collaboration intergouvernementale\u{A0}: plus de 2\u{A0}600 participants ".repeat(6);
    let deck = laid(vec![slide("a", "But", Body::Text(vec![bullet(text.trim())]))]);
    for line in lines_of(texts(&deck.slides[0])[1]) {
        let line = line.trim();
        assert!(!line.starts_with(':') && !line.starts_with("600") && !line.ends_with('2'), "{line}");
        assert!(
            line.split(' ').all(|word| text.contains(&format!("{word} ")) || text.ends_with(word)),
            "{line}"
        );
    }
}

#[test]
fn a_word_longer_than_its_line_is_broken_rather_than_lost() {
    let deck = laid(vec![slide("a", "But", Body::Text(vec![bullet(&"x".repeat(400))]))]);
    let all: String = lines_of(texts(&deck.slides[0])[1]).concat();
    assert_eq!(all.len(), 400);
}

#[test]
fn a_title_too_long_for_its_place_is_shortened_there_and_whole_in_the_notes() {
    let title = sentence(120);
    let deck = laid(vec![slide("a", &title, Body::Text(vec![bullet("One")]))]);
    assert!(title_of(&deck.slides[0]).ends_with('…'));
    assert_eq!(deck.slides[0].notes[0], title);
    assert_eq!(deck.remarks, [Remark::TitleShortened(1)]);
}

#[test]
fn two_slides_of_one_title_are_told_apart() {
    let body = || Body::Text(vec![bullet("One")]);
    let deck = laid(vec![slide("a", "Event", body()), slide("b", "Event", body())]);
    assert_eq!(deck.slides.iter().map(title_of).collect::<Vec<_>>(), ["Event", "Event (2)"]);
}

#[test]
fn syllabics_are_drawn_and_an_emoji_is_reported_and_replaced() {
    let deck = laid(vec![slide("a", "ᓄᓇᕗᑦ", Body::Text(vec![bullet("Done ✔ \u{1F389}!")]))]);
    assert_eq!(deck.remarks, [Remark::NoGlyph(1, '\u{1F389}')]);
    assert_eq!(lines_of(texts(&deck.slides[0])[1]), ["Done ✔ \u{FFFD}!"]);
}

#[test]
fn figures_stand_in_a_row_in_one_size_with_the_paragraphs_under_them() {
    let figure = |value: &str, label: &str| BigFigure { value: value.into(), label: vec![run(label)] };
    let figures = vec![figure("22", "side events"), figure("5", "plenaries"), figure("95", "core sessions")];
    let paragraphs = vec![bullet(&sentence(15)); 2];
    let deck = laid(vec![slide("a", "Summit", Body::Figures { figures, paragraphs })]);
    assert_eq!(deck.slides.len(), 1);
    assert_eq!(deck.slides[0].layout, LayoutRole::Body);
    let Shape::Text { rect: last, .. } = &deck.slides[0].shapes[3] else { panic!("a figure") };
    let Shape::Text { rect: body, slot: Some(_), .. } = &deck.slides[0].shapes[4] else { panic!("the body") };
    assert!(body.y >= last.y + last.h);
}

#[test]
fn any_number_of_figures_and_labels_of_any_length_stay_on_their_slides() {
    let figure = |label: String| BigFigure { value: "more than 1,234,567".into(), label: vec![run(&label)] };
    for (count, words) in [(1, 1), (7, 2), (20, 3), (3, 200)] {
        let figures = vec![figure(sentence(words)); count];
        laid(vec![slide("a", "Figures", Body::Figures { figures, paragraphs: vec![bullet("One")] })]);
    }
}

#[test]
fn two_columns_use_the_two_bodies_and_split_together() {
    let column =
        |n: usize| Column { heading: vec![run("Achievements")], paragraphs: vec![bullet(&sentence(16)); n] };
    let deck = laid(vec![slide("a", "Two", Body::Columns(vec![column(9), column(4)]))]);
    assert!(deck.slides.len() >= 2);
    assert!(deck.slides.iter().all(|slide| slide.layout == LayoutRole::TwoBodies && slide.shapes.len() == 5));
}

#[test]
fn one_to_seven_columns_stay_on_their_slides_and_long_words_stay_whole() {
    let word = "intergouvernementalisation-électronique".replace('-', "");
    for count in 1..=7 {
        let columns: Vec<Column> = (0..count)
            .map(|n| Column { heading: vec![run(&word)], paragraphs: vec![bullet(&word); n] })
            .collect();
        let deck = laid(vec![slide("a", "Columns", Body::Columns(columns))]);
        for text in deck.slides.iter().flat_map(texts) {
            let lines = lines_of(text);
            assert!(lines.iter().all(|line| !line.contains("inter") || line == &word), "{count}: {lines:?}");
        }
    }
}

fn matrix(columns: usize, points: usize, words: usize) -> Body {
    let column = |n| MatrixColumn {
        number: n + 1,
        title: vec![run("Normalisation des jeux de données intergouvernementaux")],
        points: vec![bullet(&sentence(words)); points],
        leads: vec![run("N.-É. GC C.-B.")],
    };
    Body::Matrix(Matrix {
        alt: "Priorities".into(),
        columns: (0..columns).map(column).collect(),
        priority_label: "Priority".into(),
        progress_label: "Progress".into(),
        leads_label: "Leads".into(),
    })
}

#[test]
fn a_matrix_holds_any_number_of_priorities_with_whole_words() {
    for count in 0..=12 {
        let deck = laid(vec![slide("m", "Matrix", matrix(count, 2, 8))]);
        let mut numbers = Vec::new();
        for slide in &deck.slides {
            let Some(Shape::Table { rows, row_headers, .. }) = slide.shapes.get(1) else { continue };
            assert!(row_headers);
            for cell in &rows[0].cells[1..] {
                let lines = lines_of(cell);
                assert!(lines.iter().any(|line| line.contains("intergouvernementaux")), "{lines:?}");
                numbers.push(lines[0].clone());
            }
        }
        let expected: Vec<String> = (1..=count).map(|n| n.to_string()).collect();
        assert_eq!(numbers, expected);
        assert_eq!(deck.slides.len(), count.div_ceil(6).max(1), "{count} priorities");
    }
}

#[test]
fn a_row_of_points_too_tall_is_split_with_header_and_leads_on_each_slide() {
    let deck = laid(vec![slide("m", "Matrix", matrix(5, 9, 15))]);
    assert!(deck.slides.len() > 1);
    let mut points = 0;
    for slide in &deck.slides {
        let Some(Shape::Table { rows, .. }) = slide.shapes.get(1) else { panic!("a table") };
        assert_eq!(rows.len(), 3);
        assert_eq!(lines_of(&rows[0].cells[1])[0], "1");
        points += rows[1].cells[5].paragraphs.len();
    }
    assert_eq!(points, 9);
}
