#include "sync/client/inbox.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/model/rights.hpp"

namespace ayni::client {

namespace setting = joined::setting;

namespace {

// Words of the setting that remembers what was passed over: a device's 16 digits, whose key was missing; or these.
constexpr std::string_view schema_word = "schema:";  // written by a later version than this one
constexpr std::string_view early_word = "early";     // asked again already because of a missing predecessor

void add_refused(Summary& summary, RefusedItem item) {
    const bool said = std::ranges::any_of(
        summary.refused, [&](const RefusedItem& other) { return other.id == item.id && other.reason == item.reason; });
    if (!said) {
        summary.refused.push_back(std::move(item));
    }
}

// The hub's verdicts on changes of this device, out of an envelope of the hub's.
void note_verdicts(const wire::Contents& contents, DeviceId me, Summary& summary) {
    const KindDef& verdict = *find_kind(kind::verdict);
    struct Verdict {
        std::string voids;
        std::int64_t reason = 0;
        RecordId about;
    };
    std::map<RecordId, Verdict> verdicts;
    for (const Change& change : contents.changes) {
        if (change.kind != kind::verdict) {
            continue;
        }
        Verdict& said = verdicts[change.record];
        const FieldDef* field = verdict.field(change.field);
        if (field == nullptr) {
            continue;
        }
        if (const auto* text = std::get_if<std::string>(&change.value); text != nullptr && field->name == "voids") {
            said.voids = *text;
        } else if (const auto* n = std::get_if<std::int64_t>(&change.value); n != nullptr && field->name == "reason") {
            said.reason = *n;
        } else if (const auto* id = std::get_if<RecordId>(&change.value); id != nullptr && field->name == "about") {
            said.about = *id;
        }
    }
    for (const auto& [record, said] : verdicts) {
        const auto dot = parse_dot(said.voids);
        if (dot && dot->device == me) {
            const std::string_view reason = name_of(static_cast<Refusal>(said.reason));
            add_refused(summary,
                        {to_text(said.about), reason.empty() ? std::to_string(said.reason) : std::string(reason)});
        }
    }
}

}  // namespace

Outcome Inbox::take(const wire::FrameWithCursor& frame, wire::FrameReader& reader, const std::set<ScopeId>& granted,
                    Summary& summary) {
    return store_.transact([&]() -> Outcome {
        auto envelopes = reader.unpack(frame.frame);
        if (!envelopes) {
            AYNI_TRY(pass_over("frame", joined::word_for(envelopes.fault()), summary));
        } else {
            for (std::string& bytes : *envelopes) {
                AYNI_TRY(take_envelope(std::move(bytes), granted, summary));
            }
        }
        return store_.set_setting(setting::cursor, frame.cursor);
    });
}

Outcome Inbox::take_envelope(std::string bytes, const std::set<ScopeId>& granted, Summary& summary) {
    AYNI_LET(looked, gate_.look_at(bytes, granted));
    if (!looked.contents) {
        if (looked.of_later_schema) {
            AYNI_TRY(remember(std::string(schema_word) + std::to_string(schema_version)));
        } else if (looked.lacks_key_of) {
            AYNI_TRY(remember(to_text(*looked.lacks_key_of)));
        }
        return pass_over(std::move(looked.id), looked.reason, summary);
    }
    const wire::Contents& contents = *looked.contents;
    const Envelope envelope{contents.scope, contents.device, contents.first_seq, contents.last_seq, std::move(bytes)};
    const auto received = store_.receive(std::span(&envelope, 1));
    if (!received) {
        return received.fault() == Fault::malformed ? pass_over(std::move(looked.id), "malformed", summary)
                                                    : Outcome(received.error());
    }
    taken_ += received->envelopes;
    early_ += received->early;
    if (received->envelopes > 0 && contents.device != store_.device()) {
        summary.received += received->changes;
        if (store_.is_of_hub(contents.device)) {
            note_verdicts(contents, store_.device(), summary);
        }
    }
    return Done{};
}

Outcome Inbox::pass_over(std::string id, std::string_view reason, Summary& summary) {
    add_refused(summary, {std::move(id), std::string(reason)});
    return Done{};
}

Outcome Inbox::remember(const std::string& word) {
    AYNI_LET(text, store_.setting(setting::passed_over));
    const auto words = joined::words_of(text);
    if (std::ranges::find(words, word) != words.end()) {
        return Done{};
    }
    return store_.set_setting(setting::passed_over, text.empty() ? word : text + ' ' + word);
}

Result<bool> Inbox::must_ask_again(bool at_end) {
    AYNI_LET(text, store_.setting(setting::passed_over));
    std::string kept;
    bool again = false;
    bool asked_for_early = false;
    for (const std::string& word : joined::words_of(text)) {
        bool solved = false;
        if (word == early_word) {
            asked_for_early = true;
            if (at_end && early_ == 0) {
                continue;
            }
        } else if (word.starts_with(schema_word)) {
            unsigned schema = 0;
            std::from_chars(word.data() + schema_word.size(), word.data() + word.size(), schema);
            solved = schema < schema_version;
        } else {
            AYNI_LET(key, gate_.key_of(parse_device(word).value_or(DeviceId{})));
            solved = key.has_value();
        }
        again = again || solved;
        if (!solved) {
            kept += (kept.empty() ? "" : " ") + word;
        }
    }
    if (at_end && early_ > 0 && !asked_for_early) {
        kept += (kept.empty() ? "" : " ") + std::string(early_word);
        again = true;
    }
    if (kept != text) {
        AYNI_TRY(store_.set_setting(setting::passed_over, kept));
    }
    if (again) {
        early_ = 0;
        AYNI_TRY(store_.set_setting(setting::cursor, {}));
    }
    return again;
}

}  // namespace ayni::client
