#pragma once
// The log, kept small: many envelopes of one scope compressed together, each to be had to the byte. Envelopes look
// alike and are small, so that one alone hardly shrinks; and nothing of one scope may be in another's block, since
// what is dropped must leave nothing behind. Private to the store.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/database.hpp"

namespace ayni {

/// What was put into a block. storage_corrupt: it isn't one (any more).
Result<std::string> plain_of_block(std::string_view packed);

class Blocks {
public:
    explicit Blocks(Database& database) : database_(&database) {}

    /// The bytes of an envelope, from its columns `bytes, block, place, size`, the first of them `column`.
    /// storage_corrupt: its block can't be read.
    Result<std::string> bytes_in(const Statement& row, int column);

    /// Scopes with acknowledged envelopes that are in no block yet.
    Result<std::vector<std::int64_t>> loose_scopes();
    /// Puts the scope's loose envelopes into blocks, in one transaction. Gives how many bytes these had.
    Result<std::size_t> pack_scope(std::int64_t scope);
    Outcome drop(std::int64_t scope);
    /// These envelopes of the scope are taken out of the log; of a block that had some, what is left is packed anew.
    /// storage_corrupt: such a block can't be read.
    Outcome take_out(std::int64_t scope, std::span<const std::int64_t> envelopes);
    /// What was read may have been rolled back since.
    void forget() { opened_.clear(); }

private:
    struct Opened {
        std::int64_t number = 0;
        std::string plain;
    };
    struct Member {
        std::int64_t envelope = 0;
        std::string bytes;
        std::array<std::int64_t, 4> facts;  // replica, first_seq, last_seq, delivery
        std::optional<std::string> reason;
    };
    Result<const std::string*> open(std::int64_t number);
    /// The members of a block, which is gone then.
    Result<std::vector<Member>> take_apart(std::int64_t scope, std::int64_t number);
    /// The members of the scope's last block, if there is room in it: it is made anew with what comes.
    Result<std::vector<Member>> reopen_last(std::int64_t scope);
    Result<std::vector<Member>> loose(std::int64_t scope);
    Outcome write(std::int64_t scope, std::vector<Member>::iterator first, std::vector<Member>::iterator last);
    Database* database_;
    std::vector<Opened> opened_;  // the last few, newest last
};

}  // namespace ayni
