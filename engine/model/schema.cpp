#include "engine/model/schema.hpp"

#include <algorithm>
#include <array>

namespace ayni {
namespace {

constexpr Who coordinator = Who::coordinator;
constexpr Who owner = Who::owner;
constexpr Who paired = Who::paired;
constexpr Who pair = Who::pair;
constexpr Who member = Who::member;
constexpr Who self = Who::self;
constexpr Who leader = Who::leader;
constexpr Who hub = Who::hub;
constexpr Who nobody = Who::nobody;

constexpr std::string_view topics =
    "target_client|marketing|pricing|cash|finance|quality|product|production|suppliers|digital|team|legal|export|"
    "network|leadership|balance|other";
constexpr std::string_view horizons = "short|medium|long";

// Every kind begins with these.
template <std::size_t N>
constexpr std::array<FieldDef, N + 4> with_universal(const FieldDef (&own)[N]) {
    std::array<FieldDef, N + 4> all{{
        {field::made, "made", Type::made, Rule::once},
        {field::removed, "removed", Type::removal, Rule::removal},
        {field::ref, "ref", Type::text, Rule::once},
        {field::other, "other", Type::json, Rule::set},
    }};
    for (std::size_t i = 0; i < N; ++i) {
        all[i + 4] = own[i];
    }
    return all;
}

constexpr FieldDef called(FieldDef field) {
    field.searched = Searched::called;
    return field;
}
constexpr FieldDef said(FieldDef field) {
    field.searched = Searched::said;
    return field;
}

// clang-format off
constexpr auto verdict_fields = with_universal({
    {8, "voids", Type::text, Rule::once},        // the dot, as text
    {9, "reason", Type::whole, Rule::once},      // a Refusal
    {10, "about", Type::ref, Rule::once},        // the record that the voided change is of
});
constexpr auto other_fields = with_universal({
    {8, "kind", Type::text, Rule::once},         // the name that the import gave
});
constexpr auto device_fields = with_universal({
    {8, "person", Type::ref, Rule::once},
    {9, "device", Type::text, Rule::once},       // 16 hex digits
    {10, "public_key", Type::text, Rule::once},  // Ed25519, 64 hex digits
    {11, "model", Type::text, Rule::pick},
    {12, "app_version", Type::text, Rule::pick},
    {13, "state", Type::word, Rule::pick, {}, "active|lost|revoked"},
});
constexpr auto cohort_fields = with_universal({
    {8, "code", Type::text, Rule::pick},
    called({9, "name", Type::text, Rule::pick}),
    {10, "country", Type::word, Rule::pick},
    said({11, "place", Type::text, Rule::pick}),
    {12, "tz", Type::word, Rule::pick},
    {13, "currency", Type::word, Rule::pick},
    {14, "paper", Type::word, Rule::pick, {}, "letter|a4"},
    {15, "locales", Type::word, Rule::set},
    {16, "horizon_days", Type::json, Rule::pick},
    {17, "default_capacity", Type::whole, Rule::pick},
    {18, "status", Type::stage, Rule::pick, {}, "planned|active|closed"},
    {19, "shutdown_flag", Type::flag, Rule::pick},
});
constexpr auto phase_fields = with_universal({
    {8, "kind", Type::word, Rule::pick, {}, "virtual|stay|follow_up|closing|check"},
    {9, "starts", Type::date, Rule::pick},
    {10, "ends", Type::date, Rule::pick},
});
constexpr auto person_fields = with_universal({
    called({8, "name", Type::text, Rule::pick}),
    {9, "role", Type::word, Rule::pick, {}, "entrepreneur|mentor|coordinator"},
    said({10, "place", Type::text, Rule::pick}),
    {11, "tz", Type::word, Rule::pick},
    {12, "ui_lang", Type::word, Rule::pick},
    {13, "audio_lang", Type::word, Rule::pick},
    {14, "reading_comfort", Type::word, Rule::pick, {}, "easy|some|little"},
    {15, "photo", Type::text, Rule::pick},
    {16, "languages", Type::word, Rule::set},      // key: language, value: level
    {17, "offers", Type::whole, Rule::set},        // key: topic, value: weight 1 to 3
    {18, "needs", Type::whole, Rule::set},
    {19, "availability", Type::word, Rule::set},   // key: "mon-18", her local hour
    {20, "channels", Type::word, Rule::set},
    said({21, "about", Type::text, Rule::text}),
});
constexpr auto business_fields = with_universal({
    called({8, "name", Type::text, Rule::pick}),
    {9, "sector", Type::word, Rule::pick},
    {10, "stage", Type::word, Rule::pick, {}, "idea|starting|running|growing"},
    said({11, "city", Type::text, Rule::pick}),
    {12, "founded", Type::whole, Rule::pick},
    {13, "leaders", Type::ref, Rule::set},
    said({14, "mission", Type::text, Rule::text}),
});
constexpr auto pairing_fields = with_universal({
    {8, "mentor", Type::ref, Rule::pick},
    {9, "business", Type::ref, Rule::pick},
    {10, "status", Type::stage, Rule::pick, {}, "proposed|accepted|active|paused|closed"},
    {11, "since", Type::date, Rule::pick},
    {12, "until", Type::date, Rule::pick},
    {13, "capacity_slot", Type::whole, Rule::pick},
    said({14, "reason", Type::text, Rule::pick}),
});
constexpr auto circle_post_fields = with_universal({
    {8, "kind", Type::word, Rule::pick, {}, "ask|offer|celebrate|question"},
    {9, "topic", Type::word, Rule::pick, {}, topics},
    said({10, "text", Type::text, Rule::text}),
    {11, "me_too", Type::ref, Rule::set, {}, {}, member},
    {12, "answered_by", Type::ref, Rule::set, {}, {}, member},
});
constexpr auto goal_fields = with_universal({
    called({8, "title", Type::text, Rule::pick}),
    said({9, "why", Type::text, Rule::text}),
    {10, "rank", Type::place, Rule::rank, "horizon", horizons},
    said({11, "measure", Type::text, Rule::pick}),
    {12, "unit", Type::text, Rule::pick},
    {13, "baseline", Type::number, Rule::pick},
    {14, "target", Type::number, Rule::pick},
    {15, "due", Type::date, Rule::pick},
    {16, "status", Type::stage, Rule::pick, {}, "proposed|open|achieved|paused|dropped"},
    said({17, "reason", Type::text, Rule::pick}),
    {18, "suggested_by", Type::ref, Rule::pick},
});
constexpr auto progress_fields = with_universal({
    {8, "goal", Type::ref, Rule::once},
    {9, "at", Type::time, Rule::once},
    {10, "value", Type::number, Rule::once},
    said({11, "note", Type::text, Rule::text}),
});
constexpr auto action_fields = with_universal({
    {8, "goal", Type::ref, Rule::pick},
    {9, "session", Type::ref, Rule::pick},
    called({10, "title", Type::text, Rule::pick}),
    {11, "rank", Type::place, Rule::rank, "horizon", horizons},
    {12, "owner", Type::ref, Rule::pick},
    {13, "due", Type::date, Rule::pick},
    {14, "effort", Type::word, Rule::pick, {}, "S|M|L"},
    {15, "status", Type::stage, Rule::pick, "done_at", "proposed|open|doing|done|dropped"},
    said({16, "blocked_because", Type::text, Rule::pick}),
    {17, "suggested_by", Type::ref, Rule::pick},
});
constexpr auto session_fields = with_universal({
    {8, "starts", Type::time, Rule::pick},
    {9, "tz", Type::word, Rule::pick},
    {10, "minutes", Type::whole, Rule::pick},
    {11, "modality", Type::word, Rule::pick, {}, "in_person|video|voice_call|messages|workshop|site_visit"},
    {12, "status", Type::stage, Rule::pick, {}, "planned|held|cancelled"},
    {13, "next_at", Type::time, Rule::pick},
    said({14, "place", Type::text, Rule::pick}),
    {15, "people", Type::ref, Rule::set},
    {16, "topics", Type::word, Rule::set, {}, topics},
    {17, "same_as", Type::ref, Rule::pick},
});
constexpr auto session_note_fields = with_universal({
    {8, "session", Type::ref, Rule::once},
    said({9, "text", Type::text, Rule::text}),
    {10, "lang", Type::word, Rule::pick},
    {11, "mood", Type::whole, Rule::pick},
    {12, "shared_with_coordinator", Type::flag, Rule::pick},
});
constexpr auto exchange_fields = with_universal({
    {8, "session", Type::ref, Rule::once},
    {9, "from", Type::ref, Rule::pick},
    {10, "to", Type::ref, Rule::pick},
    {11, "kind", Type::word, Rule::pick, {}, "gave|learned"},
    {12, "topic", Type::word, Rule::pick, {}, topics},
    said({13, "text", Type::text, Rule::text}),
});
constexpr auto insight_fields = with_universal({
    said({8, "text", Type::text, Rule::text}),
    {9, "goal", Type::ref, Rule::pick},
    {10, "session", Type::ref, Rule::pick},
});
constexpr auto agreement_fields = with_universal({
    said({8, "text", Type::text, Rule::text}),
    {9, "frequency", Type::word, Rule::pick},
    {10, "channel", Type::word, Rule::pick},
    {11, "signed", Type::json, Rule::set},         // key: person, value: time and hash of the text
});
constexpr auto domino_fields = with_universal({
    {8, "ring", Type::whole, Rule::pick},
    {9, "women", Type::whole, Rule::pick},
    said({10, "text", Type::text, Rule::text}),
    {11, "after", Type::ref, Rule::set},
});
constexpr auto indicator_def_fields = with_universal({
    {8, "code", Type::word, Rule::pick},
    called({9, "label", Type::text, Rule::set}),           // key: language
    said({10, "question", Type::text, Rule::set}),
    {11, "type", Type::word, Rule::pick, {}, "scale|count|band|choice|checklist|amount"},
    {12, "unit", Type::text, Rule::pick},
    {13, "level", Type::word, Rule::pick},
    {14, "target", Type::json, Rule::pick},
    {15, "frequency", Type::text, Rule::pick},
});
constexpr auto reading_fields = with_universal({
    {8, "indicator", Type::word, Rule::once},
    {9, "round", Type::word, Rule::once, {}, "start|mid|end|plus_3|plus_6|plus_12"},
    {10, "value", Type::json, Rule::once},
    {11, "band", Type::word, Rule::once},
    {12, "entered_by", Type::ref, Rule::once},
    {13, "helped", Type::flag, Rule::once},
});
constexpr auto story_fields = with_universal({
    called({8, "title", Type::text, Rule::pick}),
    said({9, "text", Type::text, Rule::text}),
    {10, "lang", Type::word, Rule::pick},
    {11, "identity", Type::word, Rule::pick, {}, "full|first|anonymous"},
    {12, "status", Type::stage, Rule::pick, {}, "draft|approved|published|withdrawn"},
});
constexpr auto consent_fields = with_universal({
    {8, "purpose", Type::word, Rule::once},
    {9, "decision", Type::word, Rule::once, {}, "yes|no|withdrawn"},
    {10, "version", Type::text, Rule::once},
    {11, "lang", Type::word, Rule::once},
    {12, "expires", Type::date, Rule::once},
    {13, "method", Type::word, Rule::once},
});
constexpr auto contact_fields = with_universal({
    {8, "phone", Type::text, Rule::pick},
    {9, "whatsapp", Type::text, Rule::pick},
    {10, "email", Type::text, Rule::pick},
    {11, "visible_to_pair", Type::flag, Rule::pick},
});
constexpr auto fit_answer_fields = with_universal({
    {8, "answer", Type::word, Rule::pick, {}, "good|deciding|not_good"},
});
constexpr auto help_request_fields = with_universal({
    {8, "kind", Type::word, Rule::pick},
    said({9, "text", Type::text, Rule::text}),
    {10, "state", Type::word, Rule::pick, {}, {}, coordinator},
});
constexpr auto private_note_fields = with_universal({
    said({8, "text", Type::text, Rule::text}),
    {9, "about", Type::ref, Rule::pick},
    {10, "lang", Type::word, Rule::pick},
});
constexpr auto draft_fields = with_universal({
    {8, "screen", Type::word, Rule::once},
    {9, "values", Type::json, Rule::pick},
});
constexpr auto attachment_fields = with_universal({
    {8, "about", Type::ref, Rule::once},
    {9, "blob", Type::text, Rule::once},           // BLAKE2b of the content, hex
    {10, "mime", Type::word, Rule::once},
    {11, "bytes", Type::whole, Rule::once},
    {12, "seconds", Type::whole, Rule::once},
    said({13, "caption", Type::text, Rule::pick}),
    {14, "lang", Type::word, Rule::pick},
});
constexpr auto match_run_fields = with_universal({
    {8, "parameters", Type::json, Rule::once},
    {9, "result", Type::json, Rule::once},
    {10, "decisions", Type::json, Rule::pick},
});
constexpr auto alert_fields = with_universal({
    {8, "rule", Type::word, Rule::once},
    {9, "subject", Type::ref, Rule::once},
    {10, "state", Type::word, Rule::pick},
    {11, "owner", Type::ref, Rule::pick},
    {12, "snoozed", Type::date, Rule::pick},
});
constexpr auto candidate_fields = with_universal({
    said({8, "source", Type::text, Rule::pick}),
    {9, "sector", Type::word, Rule::pick},
    {10, "offers", Type::whole, Rule::set},
    {11, "needs", Type::whole, Rule::set},
});
constexpr auto export_log_fields = with_universal({
    {8, "actor", Type::ref, Rule::once},
    said({9, "purpose", Type::text, Rule::once}),
    {10, "rows", Type::whole, Rule::once},
    {11, "suppressed", Type::whole, Rule::once},
});
constexpr auto guide_fields = with_universal({
    {8, "topic", Type::word, Rule::pick, {}, topics},
    called({9, "title", Type::text, Rule::set}),           // key: language
    said({10, "text", Type::text, Rule::set}),
});

constexpr Writers by_the_hub[] = {
    {ScopeKind::programme, hub}, {ScopeKind::cohort, hub}, {ScopeKind::plan, hub}, {ScopeKind::talk, hub},
    {ScopeKind::line, hub}, {ScopeKind::own, hub}, {ScopeKind::desk, hub},
};
constexpr Writers by_any_writer[] = {
    {ScopeKind::programme, coordinator}, {ScopeKind::cohort, coordinator, member}, {ScopeKind::plan, owner, paired},
    {ScopeKind::talk, nobody, pair}, {ScopeKind::line, self}, {ScopeKind::own, self}, {ScopeKind::desk, coordinator},
};
constexpr Writers devices[] = {{ScopeKind::programme, hub}, {ScopeKind::cohort, hub}};
constexpr Writers coordinators_in_cohort[] = {{ScopeKind::cohort, coordinator}};
constexpr Writers cards[] = {{ScopeKind::cohort, coordinator | self}, {ScopeKind::programme, coordinator | self}};
constexpr Writers businesses[] = {{ScopeKind::cohort, coordinator | leader}};
constexpr Writers posts[] = {{ScopeKind::cohort, nobody, member}};
constexpr Writers proposals[] = {{ScopeKind::plan, owner, nobody, paired}};
constexpr Writers owners[] = {{ScopeKind::plan, owner}};
constexpr Writers owners_and_readers[] = {{ScopeKind::plan, owner, paired}};
constexpr Writers sessions[] = {{ScopeKind::plan, owner, paired}, {ScopeKind::cohort, coordinator, member}};
constexpr Writers each_her_own[] = {{ScopeKind::talk, nobody, pair}};
constexpr Writers both[] = {{ScopeKind::talk, pair}};
constexpr Writers herself[] = {{ScopeKind::line, self}};
constexpr Writers herself_or_coordinator[] = {{ScopeKind::line, coordinator | self}};
constexpr Writers private_ones[] = {{ScopeKind::own, self}};
constexpr Writers desks[] = {{ScopeKind::desk, coordinator}};
constexpr Writers programme_wide[] = {{ScopeKind::programme, coordinator}};
constexpr Writers attachments[] = {
    {ScopeKind::plan, owner, paired}, {ScopeKind::talk, nobody, pair}, {ScopeKind::cohort, coordinator, member},
    {ScopeKind::line, self}, {ScopeKind::own, self},
};

constexpr KindDef table[] = {
    {kind::verdict, "Verdict", verdict_fields, by_the_hub, true},
    {kind::other, "Other", other_fields, by_any_writer},
    {kind::device, "Device", device_fields, devices, true},
    {kind::cohort, "Cohort", cohort_fields, coordinators_in_cohort, true},
    {kind::phase, "Phase", phase_fields, coordinators_in_cohort},
    {kind::person, "Person", person_fields, cards, true},
    {kind::business, "Business", business_fields, businesses, true},
    {kind::pairing, "Pairing", pairing_fields, coordinators_in_cohort, true},
    {kind::circle_post, "CirclePost", circle_post_fields, posts},
    {kind::goal, "Goal", goal_fields, proposals, true},
    {kind::progress, "Progress", progress_fields, owners},
    {kind::action, "Action", action_fields, proposals, true},
    {kind::session, "Session", session_fields, sessions},
    {kind::session_note, "SessionNote", session_note_fields, each_her_own},
    {kind::exchange, "Exchange", exchange_fields, each_her_own},
    {kind::insight, "Insight", insight_fields, each_her_own},
    {kind::agreement, "Agreement", agreement_fields, both},
    {kind::domino, "Domino", domino_fields, owners},
    {kind::indicator_def, "IndicatorDef", indicator_def_fields, programme_wide},
    {kind::reading, "Reading", reading_fields, owners_and_readers},
    {kind::story, "Story", story_fields, owners},
    {kind::consent, "Consent", consent_fields, herself},
    {kind::contact, "Contact", contact_fields, herself_or_coordinator},
    {kind::fit_answer, "FitAnswer", fit_answer_fields, herself},
    {kind::help_request, "HelpRequest", help_request_fields, herself},
    {kind::private_note, "PrivateNote", private_note_fields, private_ones},
    {kind::draft, "Draft", draft_fields, private_ones},
    {kind::attachment, "Attachment", attachment_fields, attachments},
    {kind::match_run, "MatchRun", match_run_fields, desks},
    {kind::alert, "Alert", alert_fields, desks},
    {kind::candidate, "Candidate", candidate_fields, desks},
    {kind::export_log, "ExportLog", export_log_fields, desks},
    {kind::guide, "Guide", guide_fields, programme_wide},
};
// clang-format on

constexpr bool is_ascending() {
    for (std::size_t i = 1; i < std::size(table); ++i) {
        if (table[i - 1].number >= table[i].number) {
            return false;
        }
    }
    for (const KindDef& kind : table) {
        if (kind.number >= 64) {
            return false;  // 64: a kind's number is six bits in the row numbers of the search
        }
        for (std::size_t i = 1; i < kind.fields.size(); ++i) {
            if (kind.fields[i - 1].number >= kind.fields[i].number || kind.fields[i].number >= 64) {
                return false;  // 64: a field's number is a bit in the row's packed clock
            }
        }
    }
    return true;
}
static_assert(is_ascending(), "kinds and fields stand in the order of their numbers, none twice");

}  // namespace

const FieldDef* KindDef::field(FieldNo wanted) const {
    const auto found = std::ranges::lower_bound(fields, wanted, {}, &FieldDef::number);
    return found != fields.end() && found->number == wanted ? &*found : nullptr;
}

const FieldDef* KindDef::field(std::string_view wanted) const {
    const auto found = std::ranges::find_if(
        fields, [&](const FieldDef& f) { return f.name == wanted || (!f.companion.empty() && f.companion == wanted); });
    return found != fields.end() ? &*found : nullptr;
}

std::span<const KindDef> kinds() {
    return table;
}

const KindDef* find_kind(KindNo number) {
    const auto found = std::ranges::lower_bound(table, number, {}, &KindDef::number);
    return found != std::end(table) && found->number == number ? found : nullptr;
}

const KindDef* find_kind(std::string_view name) {
    const auto found = std::ranges::find(table, name, &KindDef::name);
    return found != std::end(table) ? found : nullptr;
}

std::string_view name_of(Type type) {
    switch (type) {
        case Type::text: return "text";
        case Type::word: return "word";
        case Type::ref: return "ref";
        case Type::whole: return "whole";
        case Type::number: return "number";
        case Type::flag: return "flag";
        case Type::date: return "date";
        case Type::time: return "time";
        case Type::json: return "json";
        case Type::place: return "place";
        case Type::stage: return "stage";
        case Type::made: return "made";
        case Type::removal: return "removal";
    }
    return {};
}

std::string_view name_of(Rule rule) {
    switch (rule) {
        case Rule::pick: return "pick";
        case Rule::text: return "text";
        case Rule::set: return "set";
        case Rule::rank: return "rank";
        case Rule::once: return "once";
        case Rule::removal: return "removal";
    }
    return {};
}

}  // namespace ayni
