#include "engine/programme/meetings.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ayni::programme {
namespace {

// Who stands for whom: each log leads, over some steps, to the one that stands for its meeting.
class Ties {
public:
    explicit Ties(const std::vector<Record>& logs) {
        for (const Record& log : logs) {
            stands_.emplace(log.id, log.id);
        }
        for (const Record& log : logs) {
            if (stands_.contains(log.ref("same_as"))) {
                tie(log.id, log.ref("same_as"));
            }
        }
    }

    [[nodiscard]] RecordId root(RecordId id) const {
        for (RecordId next = stands_.at(id); next != id; next = stands_.at(id)) {
            id = next;
        }
        return id;
    }

private:
    void tie(RecordId one, RecordId other) {
        stands_[root(one)] = root(other);
    }
    std::map<RecordId, RecordId> stands_;
};

}  // namespace

std::vector<Meeting> meetings_of(const std::vector<Record>& logs, RecordId me) {
    const Ties ties(logs);
    std::map<RecordId, Meeting> groups;
    for (const Record& log : logs) {
        groups[ties.root(log.id)].push_back(&log);
    }
    std::vector<Meeting> meetings;
    for (auto& [root, group] : groups) {
        std::ranges::sort(group, {}, [me](const Record* log) { return std::pair(log->made.by != me, log->id); });
        meetings.push_back(std::move(group));
    }
    return meetings;
}

}  // namespace ayni::programme
