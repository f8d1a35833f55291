#include "engine/programme/agreements.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "engine/programme/items.hpp"
#include "engine/programme/pairs.hpp"

namespace ayni::programme {
namespace {

using Json = nlohmann::json;

Terms terms_of(const Record& record) {
    return {record.text("text"), record.text("frequency"), record.text("channel")};
}

std::string hash_of(const Terms& terms) {
    // Zeros between, so that no two terms run together into the same bytes.
    const std::string bytes = terms.text + '\0' + terms.frequency + '\0' + terms.channel;
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    std::array<char, 2 * crypto_generichash_BYTES_MIN + 1> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

Edit signature(Store& store, RecordId agreement, const std::string& hash) {
    const Json value{{"at", store.clock().now_ms()}, {"hash", hash}};
    return make_edit(agreement, kind::agreement, "signed", value.dump(), to_text(store.person()));
}

std::vector<Edit> edits_of(Store& store, RecordId id, const Terms& terms) {
    const auto edit = [id](std::string_view field, const std::string& text) {
        return make_edit(id, kind::agreement, field, text.empty() ? Value() : Value(text));
    };
    return {edit("text", terms.text), edit("frequency", terms.frequency), edit("channel", terms.channel),
            signature(store, id, hash_of(terms))};
}

// What a signature says; nothing holds of one that can't be read.
Signature read_signature(const Element& element, const std::string& hash, const Names& names) {
    Signature signature;
    signature.person = parse_record(element.key).value_or(RecordId{});
    signature.name = names.of(signature.person);
    const auto* text = std::get_if<std::string>(&element.value);
    const Json value = Json::parse(text != nullptr ? *text : std::string(), nullptr, false);
    if (value.is_object() && value.contains("at") && value["at"].is_number_integer()) {
        signature.at = value["at"].get<std::int64_t>();
    }
    signature.holds = value.is_object() && value.contains("hash") && value["hash"] == hash;
    return signature;
}

Agreement read_agreement(const Record& record, const Roster& roster, const Names& names, RecordId me) {
    Agreement agreement{record.id, record.scope, terms_of(record), {}, {}, false, false, record.safety};
    agreement.hash = hash_of(agreement.terms);
    const auto* pairing = roster.pairing(record.scope.subject);
    const RecordId mentor = pairing != nullptr ? pairing->mentor : RecordId{};
    bool by_mentor = false;
    bool by_business = false;
    const auto signatures = record.sets.find(find_kind(kind::agreement)->field("signed")->number);
    if (signatures != record.sets.end()) {
        for (const Element& element : signatures->second) {
            const Signature signature = read_signature(element, agreement.hash, names);
            by_mentor = by_mentor || (signature.holds && signature.person == mentor);
            by_business = by_business || (signature.holds && signature.person != mentor);
            agreement.signatures.push_back(signature);
        }
    }
    agreement.by_both = by_mentor && by_business;
    agreement.waits_for_her = !is_closed(roster, record.scope) && !(me == mentor ? by_mentor : by_business);
    return agreement;
}

}  // namespace

Result<Deed> agree(Store& store, const ScopeId& plan, const Terms& terms) {
    if (is_blank(terms.text)) {
        return Failure{Fault::invalid, "text"};
    }
    AYNI_LET(roster, store.roster());
    const auto talk = talk_of(store, roster, plan);
    if (!talk) {
        return Fault::not_allowed;
    }
    return carry_out(store, *talk, edits_of(store, store.new_record(), terms));
}

Result<Deed> amend(Store& store, RecordId agreement, const Terms& terms) {
    if (is_blank(terms.text)) {
        return Failure{Fault::invalid, "text"};
    }
    AYNI_LET(record, found(store, agreement, kind::agreement));
    return carry_out(store, record.scope, edits_of(store, agreement, terms));
}

Result<Deed> sign(Store& store, RecordId agreement, const std::string& hash) {
    AYNI_LET(record, found(store, agreement, kind::agreement));
    if (hash != hash_of(terms_of(record))) {
        return Failure{Fault::invalid, "signed"};
    }
    return carry_out(store, record.scope, {signature(store, agreement, hash)});
}

Result<std::vector<Agreement>> agreements(Store& store, const ScopeId& plan) {
    AYNI_LET(people, People::of(store));
    return agreements(store, people, plan);
}

Result<std::vector<Agreement>> agreements(Store& store, const People& people, const ScopeId& plan) {
    std::vector<std::tuple<std::int64_t, RecordId, Agreement>> dated;
    for (const ScopeId& talk : talks_of(store, people.roster, plan)) {
        AYNI_LET(records, store.list(kind::agreement, talk));
        for (const Record& record : records) {
            dated.emplace_back(record.made.at, record.id,
                               read_agreement(record, people.roster, people.names, store.person()));
        }
    }
    std::ranges::sort(dated, std::ranges::greater{},
                      [](const auto& each) { return std::pair(std::get<0>(each), std::get<1>(each)); });
    std::vector<Agreement> all;
    for (auto& [at, id, agreement] : dated) {
        all.push_back(std::move(agreement));
    }
    return all;
}

}  // namespace ayni::programme
