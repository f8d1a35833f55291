// Bodies that were signed by somebody who knows the format and means harm: each inconsistency is refused by name.

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <limits>

#include "ayni.pb.h"
#include "sync/wire/columns.hpp"
#include "tests/sync/wire_sample.hpp"

using namespace ayni;
using namespace ayni::wire;

namespace {

constexpr auto most = std::numeric_limits<std::uint64_t>::max();
constexpr auto least_whole = std::numeric_limits<std::int64_t>::min();

pb::Body body_of(const Contents& contents) {
    pb::Envelope envelope;
    pb::Body body;
    REQUIRE(envelope.ParseFromString(seal(contents, sample::keys().secret)));
    REQUIRE(body.ParseFromString(envelope.body()));
    return body;
}

Result<Contents> opened(const pb::Body& body) {
    pb::Envelope envelope;
    envelope.set_body(body.SerializeAsString());
    envelope.set_signature(sign(envelope.body(), sample::keys().secret));
    return open(envelope.SerializeAsString());
}

using Harm = std::function<void(pb::Body&)>;

void refuses(const Contents& contents, const std::vector<Harm>& harms, Fault fault = Fault::malformed) {
    REQUIRE(opened(body_of(contents)).has_value());
    for (std::size_t i = 0; i < harms.size(); ++i) {
        INFO("harm " << i);
        pb::Body body = body_of(contents);
        harms[i](body);
        const auto result = opened(body);
        REQUIRE(!result);
        CHECK(result.fault() == fault);
    }
}

}  // namespace

TEST_CASE("a head that can't be is malformed") {
    refuses(sample::one_change(), {
                                      [](auto& b) { b.clear_scope_kind(); },
                                      [](auto& b) { b.set_scope_kind(1); },  // the programme has no subject
                                      [](auto& b) { b.clear_subject_counter(); },
                                      [](auto& b) { b.set_subject_device(b.device()); },
                                      [](auto& b) { b.clear_device(); },
                                      [](auto& b) { b.clear_first_seq(); },
                                      [](auto& b) { b.set_first_seq(most); },
                                      [](auto& b) { b.set_previous("15 bytes, sadly"); },
                                      [](auto& b) { b.set_previous("seventeen bytes !"); },
                                      [](auto& b) { b.set_schema(65536); },
                                      [](auto& b) { b.Clear(); },
                                  });
}

TEST_CASE("what only a later version can read is made by a newer app") {
    refuses(sample::one_change(),
            {
                [](auto& b) { b.set_forms(0, (last_form + 1) * form_unit); },
                [](auto& b) { b.set_forms(0, most); },
                [](auto& b) { b.set_scope_kind(8); },
                [](auto& b) { b.set_scope_kind(most); },
            },
            Fault::made_by_newer_app);
    // A column that came later and changes nothing about the others is passed over.
    pb::Envelope envelope;
    envelope.set_body(body_of(sample::one_change()).SerializeAsString() + "\xF2\x07\x03new");
    envelope.set_signature(sign(envelope.body(), sample::keys().secret));
    const auto contents = open(envelope.SerializeAsString());
    REQUIRE(contents.has_value());
    CHECK(sample::same(*contents, sample::one_change()));
}

TEST_CASE("columns of lengths that don't match are malformed") {
    const Contents contents = sample::everything();
    std::vector<Harm> harms;
    const auto longer_and_shorter = [&harms](auto column) {
        harms.emplace_back([column](auto& b) { column(b)->Add(1); });
        harms.emplace_back([column](auto& b) { column(b)->RemoveLast(); });
        harms.emplace_back([column](auto& b) { column(b)->Clear(); });
    };
    longer_and_shorter([](auto& b) { return b.mutable_run_records(); });
    longer_and_shorter([](auto& b) { return b.mutable_run_kinds(); });
    longer_and_shorter([](auto& b) { return b.mutable_run_more(); });
    longer_and_shorter([](auto& b) { return b.mutable_fields(); });
    longer_and_shorter([](auto& b) { return b.mutable_stamps(); });
    longer_and_shorter([](auto& b) { return b.mutable_forms(); });
    longer_and_shorter([](auto& b) { return b.mutable_superseded(); });
    longer_and_shorter([](auto& b) { return b.mutable_key_lengths(); });
    longer_and_shorter([](auto& b) { return b.mutable_text_lengths(); });
    longer_and_shorter([](auto& b) { return b.mutable_word_lengths(); });
    longer_and_shorter([](auto& b) { return b.mutable_wholes(); });
    longer_and_shorter([](auto& b) { return b.mutable_numbers(); });
    longer_and_shorter([](auto& b) { return b.mutable_ref_counters(); });
    longer_and_shorter([](auto& b) { return b.mutable_place_lengths(); });
    longer_and_shorter([](auto& b) { return b.mutable_stage_times(); });
    longer_and_shorter([](auto& b) { return b.mutable_made_counters(); });
    longer_and_shorter([](auto& b) { return b.mutable_saw_counts(); });
    longer_and_shorter([](auto& b) { return b.mutable_saw_seqs(); });
    longer_and_shorter([](auto& b) { return b.mutable_splice_before(); });
    longer_and_shorter([](auto& b) { return b.mutable_splice_after(); });
    // Left out, these mean zeros; but neither more nor fewer.
    const auto more_and_fewer = [&harms](auto column) {
        harms.emplace_back([column](auto& b) { column(b)->Add(1); });
        harms.emplace_back([column](auto& b) { column(b)->RemoveLast(); });
    };
    more_and_fewer([](auto& b) { return b.mutable_run_devices(); });
    more_and_fewer([](auto& b) { return b.mutable_stamp_counters(); });
    more_and_fewer([](auto& b) { return b.mutable_superseded_devices(); });
    more_and_fewer([](auto& b) { return b.mutable_supersedes_more(); });
    more_and_fewer([](auto& b) { return b.mutable_ref_devices(); });
    more_and_fewer([](auto& b) { return b.mutable_made_devices(); });
    more_and_fewer([](auto& b) { return b.mutable_made_times(); });
    more_and_fewer([](auto& b) { return b.mutable_saw_devices(); });
    refuses(contents, harms);
}

TEST_CASE("a device that is not in the table is malformed") {
    refuses(sample::everything(), {
                                      [](auto& b) { b.clear_devices(); },
                                      [](auto& b) { b.set_run_devices(0, most); },
                                      [](auto& b) { b.set_run_devices(0, 4); },
                                      [](auto& b) { b.set_superseded_devices(0, 4); },
                                      [](auto& b) { b.set_ref_devices(0, 1U << 31U); },
                                      [](auto& b) { b.set_made_devices(0, 4); },
                                      [](auto& b) { b.set_saw_devices(0, 4); },
                                  });
}

TEST_CASE("numbers outside what they may be are malformed") {
    refuses(sample::one_change(),
            {
                [](auto& b) { b.set_run_records(0, 0); },
                [](auto& b) { b.set_run_kinds(0, 0); },
                [](auto& b) { b.set_run_kinds(0, 65536); },
                [](auto& b) { b.set_fields(0, 0); },
                [](auto& b) { b.set_fields(0, most); },
                [](auto& b) { b.set_stamps(0, -1); },
                [](auto& b) { b.set_stamps(0, std::int64_t{1} << 48U); },
                [](auto& b) { b.set_stamps(0, least_whole); },
                [](auto& b) { b.add_stamp_counters(65536); },
                [](auto& b) { b.add_run_more(1); },
                [](auto& b) { b.add_run_more(most); },
                [](auto& b) { b.set_superseded(0, 0); },     // supersedes itself
                [](auto& b) { b.set_superseded(0, -1); },    // or what comes after it
                [](auto& b) { b.set_superseded(0, 412); },   // seq 0
                [](auto& b) { b.set_superseded(0, 5000); },  // before 0
                [](auto& b) { b.set_superseded(0, least_whole); },
                [](auto& b) { b.add_devices(b.device()), b.add_superseded_devices(2), b.set_superseded(0, 412); },
                [](auto& b) { b.add_devices(0), b.add_superseded_devices(2); },
                [](auto& b) { b.add_devices(0), b.add_run_devices(2); },
                [](auto& b) { b.set_forms(0, b.forms(0) | 4U); },  // a key that isn't there
                [](auto& b) { b.set_forms(0, b.forms(0) + 1); },
                [](auto& b) { b.set_forms(0, b.forms(0) - 1); },
            });
}

TEST_CASE("counts that claim more than there is are refused before anything is made for them") {
    const std::vector<Dot> three{{sample::phone, 1}, {sample::phone, 2}, {sample::laptop, 3}};
    Contents contents = sample::one_change(Removal{true, three});
    contents.changes.front().supersedes = three;
    refuses(contents, {
                          [](auto& b) { b.add_supersedes_more(1); },
                          [](auto& b) { b.add_supersedes_more(most); },
                          [](auto& b) { b.add_supersedes_more(most - 2); },
                          [](auto& b) { b.set_saw_counts(0, most); },
                          [](auto& b) { b.set_saw_counts(0, 4); },
                          [](auto& b) { b.set_saw_counts(0, 2); },
                          [](auto& b) { b.clear_saw_seqs(), b.clear_saw_devices(), b.set_saw_counts(0, 1U << 30U); },
                      });
    refuses(sample::one_change(std::string("text")), {
                                                         [](auto& b) { b.add_text_lengths(4); },
                                                         [](auto& b) { b.add_text_lengths(5); },
                                                         [](auto& b) { b.add_text_lengths(most); },
                                                         [](auto& b) { b.add_key_lengths(0); },
                                                         [](auto& b) { b.set_keys("k"); },
                                                         [](auto& b) { b.set_words("w"); },
                                                     });
}

TEST_CASE("what a hub signed as an answer can't be passed off as its envelope") {
    const KeyPair hub = make_keys();
    pb::JoinAnswer answer;
    answer.set_nonce("\x01");
    // Whatever its other fields hold: a body's field 2 is its device, and an answer has none.
    CHECK_FALSE(open(pb::Envelope().SerializeAsString()));
    pb::Envelope envelope;
    envelope.set_body(answer.SerializeAsString());
    envelope.set_signature(sign(envelope.body(), hub.secret));
    CHECK(open(envelope.SerializeAsString()).fault() == Fault::malformed);
}
