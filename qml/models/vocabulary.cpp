#include "qml/models/vocabulary.hpp"

#include <QCoreApplication>
#include <algorithm>

namespace ayni::models {
namespace {

constexpr Term statuses[] = {
    {"proposed", QT_TRANSLATE_NOOP("Vocabulary", "Proposed")},
    {"open", QT_TRANSLATE_NOOP("Vocabulary", "To do")},
    {"doing", QT_TRANSLATE_NOOP("Vocabulary", "Under way")},
    {"done", QT_TRANSLATE_NOOP("Vocabulary", "Done")},
    {"achieved", QT_TRANSLATE_NOOP("Vocabulary", "Achieved")},
    {"paused", QT_TRANSLATE_NOOP("Vocabulary", "Paused")},
    {"dropped", QT_TRANSLATE_NOOP("Vocabulary", "Let go")},
    {"planned", QT_TRANSLATE_NOOP("Vocabulary", "Planned")},
    {"held", QT_TRANSLATE_NOOP("Vocabulary", "Took place")},
    {"cancelled", QT_TRANSLATE_NOOP("Vocabulary", "Cancelled")},
    {"accepted", QT_TRANSLATE_NOOP("Vocabulary", "Accepted")},
    {"active", QT_TRANSLATE_NOOP("Vocabulary", "Active")},
    {"closed", QT_TRANSLATE_NOOP("Vocabulary", "Closed")},
};
constexpr Term modalities[] = {
    {"in_person", QT_TRANSLATE_NOOP("Vocabulary", "In person")},
    {"video", QT_TRANSLATE_NOOP("Vocabulary", "Video")},
    {"voice_call", QT_TRANSLATE_NOOP("Vocabulary", "Call")},
    {"messages", QT_TRANSLATE_NOOP("Vocabulary", "Messages")},
    {"workshop", QT_TRANSLATE_NOOP("Vocabulary", "Workshop")},
    {"site_visit", QT_TRANSLATE_NOOP("Vocabulary", "Visit")},
};
constexpr Term topics[] = {
    {"target_client", QT_TRANSLATE_NOOP("Vocabulary", "Target client")},
    {"marketing", QT_TRANSLATE_NOOP("Vocabulary", "Marketing")},
    {"pricing", QT_TRANSLATE_NOOP("Vocabulary", "Prices")},
    {"cash", QT_TRANSLATE_NOOP("Vocabulary", "Cash book")},
    {"finance", QT_TRANSLATE_NOOP("Vocabulary", "Finance")},
    {"quality", QT_TRANSLATE_NOOP("Vocabulary", "Quality")},
    {"product", QT_TRANSLATE_NOOP("Vocabulary", "Product")},
    {"production", QT_TRANSLATE_NOOP("Vocabulary", "Production")},
    {"suppliers", QT_TRANSLATE_NOOP("Vocabulary", "Suppliers")},
    {"digital", QT_TRANSLATE_NOOP("Vocabulary", "Digital")},
    {"team", QT_TRANSLATE_NOOP("Vocabulary", "Team")},
    {"legal", QT_TRANSLATE_NOOP("Vocabulary", "Papers and law")},
    {"export", QT_TRANSLATE_NOOP("Vocabulary", "Export")},
    {"network", QT_TRANSLATE_NOOP("Vocabulary", "Network")},
    {"leadership", QT_TRANSLATE_NOOP("Vocabulary", "Leadership")},
    {"balance", QT_TRANSLATE_NOOP("Vocabulary", "Work and life")},
    {"other", QT_TRANSLATE_NOOP("Vocabulary", "Something else")},
};
constexpr Term roles[] = {
    {"entrepreneur", QT_TRANSLATE_NOOP("Vocabulary", "Entrepreneur")},
    {"mentor", QT_TRANSLATE_NOOP("Vocabulary", "Mentor")},
    {"coordinator", QT_TRANSLATE_NOOP("Vocabulary", "Coordinator")},
};
constexpr Term efforts[] = {
    {"S", QT_TRANSLATE_NOOP("Vocabulary", "Small step")},
    {"M", QT_TRANSLATE_NOOP("Vocabulary", "Medium")},
    {"L", QT_TRANSLATE_NOOP("Vocabulary", "Big")},
};
constexpr Term post_kinds[] = {
    {"ask", QT_TRANSLATE_NOOP("Vocabulary", "I am looking for")},
    {"offer", QT_TRANSLATE_NOOP("Vocabulary", "I offer")},
    {"celebrate", QT_TRANSLATE_NOOP("Vocabulary", "Good news")},
    {"question", QT_TRANSLATE_NOOP("Vocabulary", "Question")},
};
constexpr Term given_kinds[] = {
    {"gave", QT_TRANSLATE_NOOP("Vocabulary", "Gave")},
    {"learned", QT_TRANSLATE_NOOP("Vocabulary", "Learned")},
};
constexpr Term phases[] = {
    {"virtual", QT_TRANSLATE_NOOP("Vocabulary", "Online meetings")},
    {"stay", QT_TRANSLATE_NOOP("Vocabulary", "Stay")},
    {"follow_up", QT_TRANSLATE_NOOP("Vocabulary", "Follow-up")},
    {"closing", QT_TRANSLATE_NOOP("Vocabulary", "Closing")},
    {"check", QT_TRANSLATE_NOOP("Vocabulary", "Looking back")},
};
constexpr Term languages[] = {
    {"es", QT_TRANSLATE_NOOP("Vocabulary", "Spanish")},   {"fr", QT_TRANSLATE_NOOP("Vocabulary", "French")},
    {"en", QT_TRANSLATE_NOOP("Vocabulary", "English")},   {"qu", QT_TRANSLATE_NOOP("Vocabulary", "Quechua")},
    {"ay", QT_TRANSLATE_NOOP("Vocabulary", "Aymara")},    {"gn", QT_TRANSLATE_NOOP("Vocabulary", "Guarani")},
    {"gyr", QT_TRANSLATE_NOOP("Vocabulary", "Guarayu")},  {"cax", QT_TRANSLATE_NOOP("Vocabulary", "Chiquitano")},
    {"wo", QT_TRANSLATE_NOOP("Vocabulary", "Wolof")},     {"ff", QT_TRANSLATE_NOOP("Vocabulary", "Pulaar")},
    {"srr", QT_TRANSLATE_NOOP("Vocabulary", "Serer")},    {"pt", QT_TRANSLATE_NOOP("Vocabulary", "Portuguese")},
    {"dyo", QT_TRANSLATE_NOOP("Vocabulary", "Jola")},     {"snk", QT_TRANSLATE_NOOP("Vocabulary", "Soninke")},
    {"mnk", QT_TRANSLATE_NOOP("Vocabulary", "Mandinka")}, {"bm", QT_TRANSLATE_NOOP("Vocabulary", "Bambara")},
    {"ar", QT_TRANSLATE_NOOP("Vocabulary", "Arabic")},
};
constexpr Term levels[] = {
    {"fluent", QT_TRANSLATE_NOOP("Vocabulary", "fluent")},
    {"comfortable", QT_TRANSLATE_NOOP("Vocabulary", "comfortable")},
    {"get_by", QT_TRANSLATE_NOOP("Vocabulary", "gets by")},
};
constexpr Term fields[] = {
    {"title", QT_TRANSLATE_NOOP("Vocabulary", "Title")},
    {"name", QT_TRANSLATE_NOOP("Vocabulary", "Name")},
    {"why", QT_TRANSLATE_NOOP("Vocabulary", "Why")},
    {"text", QT_TRANSLATE_NOOP("Vocabulary", "Text")},
    {"note", QT_TRANSLATE_NOOP("Vocabulary", "Note")},
    {"status", QT_TRANSLATE_NOOP("Vocabulary", "Status")},
    {"due", QT_TRANSLATE_NOOP("Vocabulary", "Date")},
    {"effort", QT_TRANSLATE_NOOP("Vocabulary", "Effort")},
    {"owner", QT_TRANSLATE_NOOP("Vocabulary", "Who")},
    {"goal", QT_TRANSLATE_NOOP("Vocabulary", "Goal")},
    {"starts", QT_TRANSLATE_NOOP("Vocabulary", "Day and time")},
    {"minutes", QT_TRANSLATE_NOOP("Vocabulary", "How long")},
    {"modality", QT_TRANSLATE_NOOP("Vocabulary", "How we met")},
    {"next_at", QT_TRANSLATE_NOOP("Vocabulary", "Next meeting")},
    {"place", QT_TRANSLATE_NOOP("Vocabulary", "Place")},
    {"measure", QT_TRANSLATE_NOOP("Vocabulary", "How it is measured")},
    {"target", QT_TRANSLATE_NOOP("Vocabulary", "Target")},
    {"baseline", QT_TRANSLATE_NOOP("Vocabulary", "At the start")},
    {"unit", QT_TRANSLATE_NOOP("Vocabulary", "Unit")},
    {"blocked_because", QT_TRANSLATE_NOOP("Vocabulary", "What is in the way")},
    {"mission", QT_TRANSLATE_NOOP("Vocabulary", "Mission")},
    {"about", QT_TRANSLATE_NOOP("Vocabulary", "About")},
    {"mood", QT_TRANSLATE_NOOP("Vocabulary", "How it felt")},
    {"topic", QT_TRANSLATE_NOOP("Vocabulary", "Topic")},
    {"reason", QT_TRANSLATE_NOOP("Vocabulary", "Reason")},
    {"removed", QT_TRANSLATE_NOOP("Vocabulary", "Removed, and changed")},
};
constexpr Term records[] = {
    {"Goal", QT_TRANSLATE_NOOP("Vocabulary", "Goal")},
    {"Action", QT_TRANSLATE_NOOP("Vocabulary", "Action")},
    {"Session", QT_TRANSLATE_NOOP("Vocabulary", "Session")},
    {"SessionNote", QT_TRANSLATE_NOOP("Vocabulary", "Note")},
    {"Exchange", QT_TRANSLATE_NOOP("Vocabulary", "Gave and learned")},
    {"Insight", QT_TRANSLATE_NOOP("Vocabulary", "Insight")},
    {"CirclePost", QT_TRANSLATE_NOOP("Vocabulary", "Word to the circle")},
    {"Progress", QT_TRANSLATE_NOOP("Vocabulary", "Progress")},
    {"Person", QT_TRANSLATE_NOOP("Vocabulary", "Person")},
    {"Business", QT_TRANSLATE_NOOP("Vocabulary", "Business")},
    {"Pairing", QT_TRANSLATE_NOOP("Vocabulary", "Pair")},
    {"Story", QT_TRANSLATE_NOOP("Vocabulary", "Story")},
};
constexpr Term moods[] = {
    {"1", QT_TRANSLATE_NOOP("Vocabulary", "Hard")},  {"2", QT_TRANSLATE_NOOP("Vocabulary", "So-so")},
    {"3", QT_TRANSLATE_NOOP("Vocabulary", "Fine")},  {"4", QT_TRANSLATE_NOOP("Vocabulary", "Good")},
    {"5", QT_TRANSLATE_NOOP("Vocabulary", "Great")},
};
constexpr Term rounds[] = {
    {"start", QT_TRANSLATE_NOOP("Vocabulary", "At the start")},
    {"mid", QT_TRANSLATE_NOOP("Vocabulary", "Half way")},
    {"end", QT_TRANSLATE_NOOP("Vocabulary", "At the end")},
    {"plus_3", QT_TRANSLATE_NOOP("Vocabulary", "Three months later")},
    {"plus_6", QT_TRANSLATE_NOOP("Vocabulary", "Six months later")},
    {"plus_12", QT_TRANSLATE_NOOP("Vocabulary", "A year later")},
};
constexpr Term answers[] = {
    {"me", QT_TRANSLATE_NOOP("Vocabulary", "I do")},
    {"together", QT_TRANSLATE_NOOP("Vocabulary", "We do together")},
    {"other", QT_TRANSLATE_NOOP("Vocabulary", "Somebody else does")},
    {"open", QT_TRANSLATE_NOOP("Vocabulary", "Yes, it is open")},
    {"paused", QT_TRANSLATE_NOOP("Vocabulary", "It rests for now")},
    {"closed", QT_TRANSLATE_NOOP("Vocabulary", "No, it is closed")},
};
constexpr Term frequencies[] = {
    {"weekly", QT_TRANSLATE_NOOP("Vocabulary", "Every week")},
    {"fortnightly", QT_TRANSLATE_NOOP("Vocabulary", "Every two weeks")},
    {"monthly", QT_TRANSLATE_NOOP("Vocabulary", "Every month")},
};
constexpr Term safeties[] = {
    {"here", QT_TRANSLATE_NOOP("Vocabulary", "On this phone")},
    {"received", QT_TRANSLATE_NOOP("Vocabulary", "Received in Montreal")},
    {"seen", QT_TRANSLATE_NOOP("Vocabulary", "Reached the other side")},
};
constexpr Term lanes[] = {
    {"0", QT_TRANSLATE_NOOP("Vocabulary", "Short term")},
    {"1", QT_TRANSLATE_NOOP("Vocabulary", "Medium term")},
    {"2", QT_TRANSLATE_NOOP("Vocabulary", "Long term")},
};

}  // namespace

const std::span<const Term> Vocabulary::status(statuses);
const std::span<const Term> Vocabulary::modality(modalities);
const std::span<const Term> Vocabulary::topic(topics);
const std::span<const Term> Vocabulary::role(roles);
const std::span<const Term> Vocabulary::effort(efforts);
const std::span<const Term> Vocabulary::post_kind(post_kinds);
const std::span<const Term> Vocabulary::given_kind(given_kinds);
const std::span<const Term> Vocabulary::phase(phases);
const std::span<const Term> Vocabulary::language(languages);
const std::span<const Term> Vocabulary::level(levels);
const std::span<const Term> Vocabulary::field(fields);
const std::span<const Term> Vocabulary::record(records);
const std::span<const Term> Vocabulary::round(rounds);
const std::span<const Term> Vocabulary::answer(answers);
const std::span<const Term> Vocabulary::frequency(frequencies);
const std::span<const Term> Vocabulary::mood(moods);
const std::span<const Term> Vocabulary::safety(safeties);
const std::span<const Term> Vocabulary::lane(lanes);

QString word_in(std::span<const Term> table, std::string_view code) {
    const auto found = std::ranges::find_if(table, [code](const Term& term) { return term.code == code; });
    return found != table.end() ? QCoreApplication::translate("Vocabulary", found->english)
                                : QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

}  // namespace ayni::models
