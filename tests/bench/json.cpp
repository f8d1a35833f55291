#include "tests/bench/json.hpp"

#include <zlib.h>

#include <nlohmann/json.hpp>

namespace ayni::bench {

std::string json_of(const Season& season) {
    auto records = nlohmann::json::array();
    const auto add = [&](nlohmann::json record) {
        record["id"] = records.size() + 1;
        records.push_back(std::move(record));
        return records.size();
    };
    for (std::size_t woman = 0; woman < season.women.size(); ++woman) {
        std::vector<std::size_t> goals;
        for (const GoalLine& goal : season.women[woman].goals) {
            goals.push_back(add({{"plan", woman},
                                 {"title", goal.title},
                                 {"why", goal.why},
                                 {"horizon", goal.lane},
                                 {"rank", goal.rank},
                                 {"status", goal.status}}));
        }
        for (const ActionLine& action : season.women[woman].actions) {
            add({{"plan", woman},
                 {"goal", goals[action.goal]},
                 {"title", action.title},
                 {"due", action.due},
                 {"horizon", action.lane},
                 {"rank", action.rank},
                 {"status", action.status}});
        }
        for (const SessionLine& session : season.women[woman].sessions) {
            add({{"plan", woman},
                 {"starts", session.starts},
                 {"modality", session.modality},
                 {"people", session.people},
                 {"note", session.note}});
        }
    }
    return records.dump();
}

std::string json_of(const std::vector<FieldEdit>& edits) {
    auto all = nlohmann::json::array();
    for (const FieldEdit& edit : edits) {
        const char* const names[] = {"status", "rank", "note", "title", "title"};
        all.push_back({{"id", edit.woman * 54 + edit.line},
                       {"field", names[static_cast<std::size_t>(edit.field)]},
                       {"value", edit.text}});
    }
    return all.dump();
}

std::size_t gzipped(const std::string& text) {
    z_stream stream{};
    constexpr int gzip = 15 + 16;  // a window of 32 KB, and gzip's own header
    deflateInit2(&stream, 6, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()), '\0');
    std::string from = text;
    stream.next_in = reinterpret_cast<Bytef*>(from.data());
    stream.avail_in = static_cast<uInt>(from.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    const std::size_t size = stream.total_out;
    deflateEnd(&stream);
    return size;
}

}  // namespace ayni::bench
