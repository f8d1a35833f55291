// What a change costs on somebody's prepaid data. Budgets a little above what was measured: if one breaks, the format
// got larger.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/sync/wire_sample.hpp"

using namespace ayni;
using namespace ayni::wire;

namespace {

constexpr std::size_t wrapper = 64 + 4;  // signature; tags and lengths

std::size_t body_size(const Contents& contents) {
    return seal(contents, sample::keys().secret).size() - wrapper;
}

// As a person works through her plan: statuses, titles, places on the board, dates; now and then another record.
Change nth_edit(std::uint64_t n) {
    const std::string title = "Llamar a la cliente de la feria n\xC3\xBAmero " + std::to_string(n * 7919 % 1000);
    const Value values[] = {Stage{"done", sample::evening}, title, Place{"short", "a" + std::to_string(n % 90)},
                            std::int64_t{20'700} + static_cast<std::int64_t>(n % 60)};
    constexpr FieldNo fields[] = {13, 10, 11, 14};
    Change change;
    change.dot = {sample::phone, 1000 + n};
    change.record = {sample::phone, 20 + n / 4 * 37 % 190};
    change.kind = kind::action;
    change.field = fields[n % 4];
    change.value = values[n % 4];
    change.stamp =
        Stamp::at(sample::evening + static_cast<std::int64_t>(n * n % 977) + static_cast<std::int64_t>(n) * 41'000);
    change.supersedes = {{sample::phone, 1000 + n - 190 - n % 13}};
    return change;
}

std::size_t framed_size(const std::vector<std::string>& envelopes) {
    FrameWriter writer;
    std::size_t size = 0;
    std::size_t plain = 0;
    std::vector<std::string> frame;
    for (const std::string& envelope : envelopes) {
        if (!frame.empty() && plain + envelope.size() > writer.room()) {
            size += writer.pack(frame).size();
            frame.clear();
            plain = 0;
        }
        frame.push_back(envelope);
        plain += envelope.size();
    }
    return size + writer.pack(frame).size();
}

std::size_t thousand_edits(std::size_t per_envelope) {
    std::vector<std::string> envelopes;
    for (std::uint64_t n = 0; n < 1000;) {
        std::vector<Change> changes;
        for (std::size_t i = 0; i < per_envelope && n < 1000; ++i, ++n) {
            changes.push_back(nth_edit(n));
        }
        Contents contents = sample::contents_of(std::move(changes));
        contents.previous = envelopes.empty() ? "" : short_hash(envelopes.back());
        envelopes.push_back(seal(contents, sample::keys().secret));
    }
    return framed_size(envelopes);
}

}  // namespace

TEST_CASE("one changed field is a body of about 80 bytes") {
    CHECK(body_size(sample::one_change(true)) <= 67);
    CHECK(body_size(sample::one_change(std::int64_t{20'779})) <= 72);
    CHECK(body_size(sample::one_change(Stage{"done", sample::evening - 1000})) <= 77);
    CHECK(body_size(sample::one_change(std::string("Feria s\xC3\xA1"
                                                   "bado"))) <= 81);
    // Two devices that aren't her own: the record's maker, and who wrote what she supersedes.
    Contents mentored = sample::one_change(true);
    mentored.changes.front().record.device = sample::mentors;
    mentored.changes.front().supersedes = {{sample::laptop, 398}};
    CHECK(body_size(mentored) <= 85);
}

TEST_CASE("a thousand changed fields are small in one envelope, and bearable in one each") {
    // 80 bytes of each envelope (signature and hash) can't be compressed.
    CHECK(thousand_edits(1000) <= 4'400);
    CHECK(thousand_edits(40) <= 8'200);
    CHECK(thousand_edits(4) <= 30'500);
    CHECK(thousand_edits(1) <= 100'000);
}
