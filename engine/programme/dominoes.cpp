#include "engine/programme/dominoes.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "engine/programme/items.hpp"
#include "engine/programme/pairs.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

// Lays the columns out, from those that nothing led to (Kahn, "Topological sorting of large networks", 1962). Where
// only rings of links are left, the one that leads to a ring's earliest domino is marked as going back.
class Layout {
public:
    explicit Layout(DominoChain& chain)
        : chain_(chain), waits_for_(chain.dominoes.size()), placed_(chain.dominoes.size()) {
        for (std::size_t i = 0; i < chain.links.size(); ++i) {
            ++waits_for_[chain.links[i].to];
        }
    }

    void run() {
        std::size_t left = chain_.dominoes.size();
        while (left > 0) {
            const std::size_t before = left;
            for (std::size_t i = 0; i < placed_.size(); ++i) {
                if (!placed_[i] && waits_for_[i] == 0) {
                    place(i);
                    --left;
                }
            }
            if (left == before) {
                open_a_ring();
            }
        }
    }

private:
    void place(std::size_t domino) {
        placed_[domino] = true;
        for (const Link& link : chain_.links) {
            if (link.from == domino && !link.back) {
                Domino& next = chain_.dominoes[link.to];
                next.column = std::max(next.column, chain_.dominoes[domino].column + 1);
                --waits_for_[link.to];
            }
        }
    }

    // The link by which what isn't placed yet waits for something; there is one, or it would be placed.
    std::size_t waiting_link(std::size_t domino) const {
        const auto holds = [&](const Link& link) { return link.to == domino && !link.back && !placed_[link.from]; };
        return static_cast<std::size_t>(std::ranges::find_if(chain_.links, holds) - chain_.links.begin());
    }

    // Going back from anywhere among what is left ends in going round.
    void open_a_ring() {
        std::vector<std::size_t> way;  // links
        std::vector<std::size_t> been;
        auto at = static_cast<std::size_t>(std::ranges::find(placed_, false) - placed_.begin());
        auto again = been.end();
        while ((again = std::ranges::find(been, at)) == been.end()) {
            been.push_back(at);
            way.push_back(waiting_link(at));
            at = chain_.links[way.back()].from;
        }
        const auto ring = way.begin() + (again - been.begin());
        Link& back = chain_.links[*std::min_element(ring, way.end(), [&](std::size_t a, std::size_t b) {
            return chain_.links[a].to < chain_.links[b].to;  // dominoes stand in order of time here
        })];
        back.back = true;
        --waits_for_[back.to];
    }

    DominoChain& chain_;
    std::vector<std::size_t> waits_for_;
    std::vector<bool> placed_;
};

// By columns, then by time; links follow.
void put_in_columns(DominoChain& chain) {
    std::vector<std::size_t> order(chain.dominoes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return chain.dominoes[i].column; });
    std::vector<Domino> sorted;
    std::vector<std::size_t> now_at(order.size());
    for (const std::size_t i : order) {
        const bool first = sorted.empty() || sorted.back().column != chain.dominoes[i].column;
        const std::size_t row = first ? 0 : sorted.back().row + 1;
        now_at[i] = sorted.size();
        sorted.push_back(std::move(chain.dominoes[i]));
        sorted.back().row = row;
    }
    chain.dominoes = std::move(sorted);
    chain.columns = chain.dominoes.empty() ? 0 : chain.dominoes.back().column + 1;
    for (Link& link : chain.links) {
        link.from = now_at[link.from];
        link.to = now_at[link.to];
    }
    std::ranges::sort(chain.links, {}, [](const Link& link) { return std::tuple(link.from, link.to); });
}

bool is_count(std::optional<std::int64_t> women) {
    return !women || *women >= 0;
}

Result<Deed> set_after(Store& store, RecordId domino, RecordId after, Value value) {
    AYNI_LET(record, found(store, domino, kind::domino));
    return carry_out(store, record.scope, {make_edit(domino, kind::domino, "after", std::move(value), to_text(after))});
}

}  // namespace

Result<Deed> add_domino(Store& store, const ScopeId& plan, const NewDomino& domino) {
    if (domino.ring < 1 || domino.ring > rings || !is_count(domino.women)) {
        return Failure{Fault::invalid, domino.ring < 1 || domino.ring > rings ? "ring" : "women"};
    }
    if (!domino.spoken && is_blank(domino.text)) {
        return Failure{Fault::invalid, "text"};
    }
    const RecordId id = store.new_record();
    std::vector<Edit> edits{make_edit(id, kind::domino, "ring", domino.ring)};
    if (domino.women) {
        edits.push_back(make_edit(id, kind::domino, "women", *domino.women));
    }
    if (!is_blank(domino.text)) {
        edits.push_back(make_edit(id, kind::domino, "text", domino.text));
    }
    for (const RecordId after : domino.after) {
        AYNI_LET(before, store.find(after));
        if (!before || before->removed || before->kind != kind::domino || before->scope != plan) {
            return Failure{Fault::invalid, "after"};
        }
        edits.push_back(make_edit(id, kind::domino, "after", true, to_text(after)));
    }
    return carry_out(store, plan, std::move(edits));
}

Result<Deed> chain(Store& store, RecordId domino, RecordId after) {
    AYNI_LET(record, found(store, domino, kind::domino));
    AYNI_LET(before, found(store, after, kind::domino));
    if (domino == after || record.scope != before.scope) {
        return Failure{Fault::invalid, "after"};
    }
    return set_after(store, domino, after, true);
}

Result<Deed> unchain(Store& store, RecordId domino, RecordId after) {
    return set_after(store, domino, after, {});
}

Result<Deed> set_women(Store& store, RecordId domino, std::optional<std::int64_t> women) {
    if (!is_count(women)) {
        return Failure{Fault::invalid, "women"};
    }
    AYNI_LET(record, found(store, domino, kind::domino));
    return carry_out(store, record.scope, {make_edit(domino, kind::domino, "women", women ? Value(*women) : Value())});
}

Result<DominoChain> domino_chain(Store& store, const ScopeId& plan) {
    AYNI_LET(names, Names::of(store));
    AYNI_LET(spoken, spoken_in(store, plan));
    AYNI_LET(records, store.list(kind::domino, plan));
    std::ranges::sort(records, {}, [](const Record& record) { return std::tuple(record.made.at, record.id); });
    DominoChain chain;
    std::map<RecordId, std::size_t> places;
    for (const Record& record : records) {
        places.emplace(record.id, chain.dominoes.size());
        Domino domino;
        domino.id = record.id;
        domino.ring = record.whole("ring");
        domino.women = record.has("women") ? std::optional(record.whole("women")) : std::nullopt;
        domino.text = record.text("text");
        domino.author = names.of(record.made.by);
        domino.at = record.made.at;
        domino.has_voice = spoken.contains(record.id);
        domino.safety = record.safety;
        chain.dominoes.push_back(std::move(domino));
    }
    for (const Record& record : records) {
        for (const RecordId after : record.refs("after")) {
            if (const auto before = places.find(after); before != places.end() && after != record.id) {
                chain.links.push_back({before->second, places.at(record.id), false});
            }
        }
    }
    // Which link of a ring goes back doesn't hang on the numbers that a device gives.
    std::ranges::sort(chain.links, {}, [](const Link& link) { return std::tuple(link.to, link.from); });
    Layout(chain).run();
    put_in_columns(chain);
    return chain;
}

std::array<DominoTotal, rings> totals(const DominoChain& chain) {
    std::array<DominoTotal, rings> all{};
    for (const Domino& domino : chain.dominoes) {
        if (domino.ring >= 1 && domino.ring <= rings) {
            DominoTotal& total = all[static_cast<std::size_t>(domino.ring - 1)];
            ++total.dominoes;
            total.women += std::max<std::int64_t>(domino.women.value_or(0), 0);
        }
    }
    return all;
}

DominoTotal total_from(const DominoChain& chain, std::size_t domino) {
    DominoTotal total;
    std::vector<bool> counted(chain.dominoes.size());
    std::vector<std::size_t> next{domino};
    while (!next.empty()) {
        const std::size_t at = next.back();
        next.pop_back();
        if (counted[at]) {
            continue;
        }
        counted[at] = true;
        ++total.dominoes;
        total.women += std::max<std::int64_t>(chain.dominoes[at].women.value_or(0), 0);
        for (const Link& link : chain.links) {
            if (link.from == at) {
                next.push_back(link.to);
            }
        }
    }
    return total;
}

}  // namespace ayni::programme
