#include "engine/store/blocks.hpp"

#include <zstd.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace ayni {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} * 1024;  // plain, about; one envelope may be larger
constexpr std::size_t plain_most = std::size_t{4} * 1024 * 1024;
// On a season of notes, 64 KB at a time: 3 gives 0.325 of the plain bytes, 9 0.315, 12 0.314 in three times the time,
// 19 0.300 in twenty times. Larger blocks gain nothing while a scope's log is smaller.
constexpr int level = 9;
constexpr std::size_t opened_most = 8;

std::string compress(const std::string& plain) {
    const std::size_t most = ZSTD_compressBound(plain.size());
    std::string packed(most, '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    const std::size_t size = ZSTD_compress2(context, packed.data(), most, plain.data(), plain.size());
    ZSTD_freeCCtx(context);
    packed.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return packed;
}

}  // namespace

Result<std::string> plain_of_block(std::string_view packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > plain_most) {  // unknown and wrong, too
        return {Fault::storage_corrupt, "a block of the log"};
    }
    std::string plain(static_cast<std::size_t>(size), '\0');
    if (ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size()) != plain.size()) {
        return {Fault::storage_corrupt, "a block of the log"};
    }
    return plain;
}

Result<const std::string*> Blocks::open(std::int64_t number) {
    const auto known = std::ranges::find(opened_, number, &Opened::number);
    if (known != opened_.end()) {
        return &known->plain;
    }
    AYNI_LET(query, database_->prepare("SELECT bytes FROM block WHERE number=?"));
    AYNI_LET(found, query.bind(1, number).step());
    if (!found) {
        return {Fault::storage_corrupt, "a block of the log is missing"};
    }
    AYNI_LET(plain, plain_of_block(query.view(0)));
    if (opened_.size() == opened_most) {
        opened_.erase(opened_.begin());
    }
    opened_.push_back({number, std::move(plain)});
    return &opened_.back().plain;
}

Result<std::string> Blocks::bytes_in(const Statement& row, int column) {
    if (row.is_null(column + 1)) {
        return row.text(column);
    }
    const auto place = static_cast<std::size_t>(row.integer(column + 2));
    const auto size = static_cast<std::size_t>(row.integer(column + 3));
    AYNI_LET(plain, open(row.integer(column + 1)));
    if (place > plain->size() || size > plain->size() - place) {
        return {Fault::storage_corrupt, "an envelope outside its block"};
    }
    return plain->substr(place, size);
}

Result<std::vector<std::int64_t>> Blocks::loose_scopes() {
    std::vector<std::int64_t> scopes;
    AYNI_LET(query, database_->prepare("SELECT DISTINCT scope FROM envelope WHERE delivery=1 AND block IS NULL "
                                       "ORDER BY scope"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return scopes;
        }
        scopes.push_back(query.integer(0));
    }
}

Result<std::vector<Blocks::Member>> Blocks::take_apart(std::int64_t scope, std::int64_t number) {
    std::vector<Member> members;
    AYNI_LET(query, database_->prepare("SELECT number, bytes, block, place, size FROM envelope WHERE scope=? AND "
                                       "block=? ORDER BY place"));
    query.bind(1, scope).bind(2, number);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        AYNI_LET(bytes, bytes_in(query, 1));
        members.push_back({query.integer(0), std::move(bytes), {}, {}});
    }
    AYNI_LET(remove, database_->prepare("DELETE FROM block WHERE number=?"));
    AYNI_TRY(remove.bind(1, number).run());
    return members;
}

Result<std::vector<Blocks::Member>> Blocks::reopen_last(std::int64_t scope) {
    AYNI_LET(last, database_->prepare("SELECT max(number) FROM block WHERE scope=?"));
    AYNI_TRY(last.bind(1, scope).step());
    if (last.is_null(0)) {
        return std::vector<Member>{};
    }
    AYNI_LET(plain, open(last.integer(0)));
    return plain->size() >= block_bytes ? Result(std::vector<Member>{}) : take_apart(scope, last.integer(0));
}

Result<std::vector<Blocks::Member>> Blocks::loose(std::int64_t scope) {
    std::vector<Member> members;
    AYNI_LET(query, database_->prepare("SELECT number, bytes FROM envelope WHERE scope=? AND delivery=1 AND "
                                       "block IS NULL ORDER BY number"));
    query.bind(1, scope);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return members;
        }
        members.push_back({query.integer(0), query.text(1), {}, {}});
    }
}

// An envelope's row is taken out and put in again: made smaller where it is, it would leave its page nearly empty.
Outcome Blocks::write(std::int64_t scope, std::vector<Member>::iterator first, std::vector<Member>::iterator last) {
    std::string plain;
    for (auto member = first; member != last; ++member) {
        plain += member->bytes;
    }
    const std::string packed = compress(plain);
    if (packed.empty()) {
        return {Fault::storage_failed, "the log couldn't be compressed"};
    }
    AYNI_LET(insert, database_->prepare("INSERT INTO block(scope, bytes) VALUES(?,?)"));
    AYNI_TRY(insert.bind(1, scope).lend_blob(2, packed).run());
    const std::int64_t number = database_->last_row();
    for (auto member = first; member != last; ++member) {
        AYNI_LET(take, database_->prepare("DELETE FROM envelope WHERE number=? "
                                          "RETURNING replica, first_seq, last_seq, delivery, reason"));
        AYNI_TRY(take.bind(1, member->envelope).step());
        for (std::size_t i = 0; i < member->facts.size(); ++i) {
            member->facts[i] = take.integer(static_cast<int>(i));
        }
        member->reason = take.is_null(4) ? std::nullopt : std::optional(take.text(4));
        AYNI_LET(done, take.step());
        static_cast<void>(done);
    }
    std::int64_t place = 0;
    for (auto member = first; member != last; ++member) {
        AYNI_LET(put, database_->prepare("INSERT INTO envelope(number, scope, block, place, size, replica, first_seq, "
                                         "last_seq, delivery, reason, bytes) VALUES(?,?,?,?,?,?,?,?,?,?,x'')"));
        const auto size = static_cast<std::int64_t>(member->bytes.size());
        put.bind(1, member->envelope).bind(2, scope).bind(3, number).bind(4, place).bind(5, size);
        for (std::size_t i = 0; i < member->facts.size(); ++i) {
            put.bind(6 + static_cast<int>(i), member->facts[i]);
        }
        if (member->reason) {
            put.lend_text(10, *member->reason);
        }
        AYNI_TRY(put.run());
        place += size;
    }
    return Done{};
}

Result<std::size_t> Blocks::pack_scope(std::int64_t scope) {
    std::size_t bytes = 0;
    const Outcome outcome = database_->transact([&]() -> Outcome {
        AYNI_LET(members, reopen_last(scope));
        AYNI_LET(fresh, loose(scope));
        for (Member& member : fresh) {
            bytes += member.bytes.size();
            members.push_back(std::move(member));
        }
        for (auto first = members.begin(); first != members.end();) {
            auto last = first;
            for (std::size_t size = 0; last != members.end() && size < block_bytes; ++last) {
                size += last->bytes.size();
            }
            AYNI_TRY(write(scope, first, last));
            first = last;
        }
        return Done{};
    });
    forget();
    if (!outcome) {
        return outcome.error();
    }
    return bytes;
}

Outcome Blocks::drop(std::int64_t scope) {
    forget();
    AYNI_LET(remove, database_->prepare("DELETE FROM block WHERE scope=?"));
    return remove.bind(1, scope).run();
}

Outcome Blocks::take_out(std::int64_t scope, std::span<const std::int64_t> envelopes) {
    std::set<std::int64_t> had_some;
    for (const std::int64_t envelope : envelopes) {
        AYNI_LET(take, database_->prepare("DELETE FROM envelope WHERE number=? RETURNING block"));
        AYNI_LET(found, take.bind(1, envelope).step());
        if (found && !take.is_null(0)) {
            had_some.insert(take.integer(0));
        }
    }
    for (const std::int64_t number : had_some) {
        AYNI_LET(members, take_apart(scope, number));
        if (!members.empty()) {
            AYNI_TRY(write(scope, members.begin(), members.end()));
        }
    }
    forget();
    return Done{};
}

}  // namespace ayni
