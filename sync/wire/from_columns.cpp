// What comes in is somebody else's: nothing is believed before it was compared with what is there.

#include <limits>
#include <map>

#include "sync/wire/columns.hpp"

namespace ayni::wire {
namespace {

std::uint64_t sum(std::uint64_t a, std::int64_t b) {
    return a + static_cast<std::uint64_t>(b);
}
std::int64_t sum(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(sum(static_cast<std::uint64_t>(a), b));
}

class Steps {
public:
    std::uint64_t by(std::uint64_t device, std::int64_t step) {
        std::uint64_t& last = last_[device];
        last = sum(last, step);
        return last;
    }

private:
    std::map<std::uint64_t, std::uint64_t> last_;
};

template <class T>
using Numbers = google::protobuf::RepeatedField<T>;

// A column that is read from its start to its end. Past the end it gives 0 and is no longer `exact`.
template <class T>
class Column {
public:
    explicit Column(const Numbers<T>& numbers) : numbers_(numbers) {}
    T next() {
        if (at_ == numbers_.size()) {
            is_short_ = true;
            return {};
        }
        return numbers_.Get(at_++);
    }
    /// Nothing was asked of it yet that it didn't have.
    [[nodiscard]] bool has_given() const { return !is_short_; }
    [[nodiscard]] bool exact() const { return has_given() && at_ == numbers_.size(); }

protected:
    const Numbers<T>& numbers_;
    int at_ = 0;
    bool is_short_ = false;
};

// A column that is left out when it holds nothing but zeros.
template <class T>
class ZeroColumn : public Column<T> {
public:
    using Column<T>::Column;
    T next() { return this->numbers_.empty() ? T{} : Column<T>::next(); }
};

class Strings {
public:
    Strings(const std::string& bytes, const Numbers<std::uint64_t>& lengths) : rest_(bytes), lengths_(lengths) {}
    std::string next() {
        if (had_last_ || (at_ < lengths_.size() && lengths_.Get(at_) > rest_.size())) {
            is_bad_ = true;
            return {};
        }
        had_last_ = at_ == lengths_.size();
        const std::size_t size = had_last_ ? rest_.size() : static_cast<std::size_t>(lengths_.Get(at_++));
        std::string text(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return text;
    }
    [[nodiscard]] bool exact() const { return !is_bad_ && (had_last_ || (rest_.empty() && lengths_.empty())); }

private:
    std::string_view rest_;
    const Numbers<std::uint64_t>& lengths_;
    int at_ = 0;
    bool had_last_ = false;
    bool is_bad_ = false;
};

class Reader {
public:
    explicit Reader(const pb::Body& body) : body_(body) {}

    Result<Contents> read() {
        AYNI_TRY(read_head());
        contents_.changes.reserve(static_cast<std::size_t>(body_.fields_size()));
        for (int i = 0; i < body_.fields_size(); ++i) {
            Change change;
            change.dot = {contents_.device, contents_.first_seq + static_cast<std::uint64_t>(i)};
            take_record(change);
            change.field = take_number<FieldNo>(body_.fields(i));
            take_stamp(change);
            take_form(change);
            if (is_bad_) {
                return malformed("a change that can't be");
            }
            contents_.changes.push_back(std::move(change));
        }
        if (more_in_run_ != 0 || !all_exact()) {
            return malformed("columns of lengths that don't match");
        }
        return std::move(contents_);
    }

private:
    static Failure malformed(const char* detail) { return {Fault::malformed, detail}; }

    Outcome read_head() {
        for (const std::uint64_t form : body_.forms()) {
            if (form / form_unit > last_form) {
                return Failure{Fault::made_by_newer_app, "a value of a form unknown here"};
            }
        }
        AYNI_TRY(read_scope());
        if (!body_.previous().empty() && body_.previous().size() != 16) {
            return malformed("a previous hash of another size");
        }
        contents_.previous = body_.previous();
        const std::uint64_t schema = body_.has_schema() ? body_.schema() : 1;
        if (schema > std::numeric_limits<std::uint16_t>::max()) {
            return malformed("a schema version that can't be");
        }
        contents_.schema = static_cast<std::uint16_t>(schema);

        const auto count = static_cast<std::uint64_t>(body_.fields_size());
        if (count > changes_most) {
            return Failure{Fault::too_large, "more changes than an envelope may have"};
        }
        contents_.first_seq = body_.first_seq();
        if (count == 0 || contents_.first_seq == 0 ||
            contents_.first_seq > std::numeric_limits<std::uint64_t>::max() - count) {
            return malformed("no changes, or seqs that can't be");
        }
        contents_.last_seq = contents_.first_seq + count - 1;
        return Done{};
    }

    Outcome read_scope() {
        contents_.device = {body_.device()};
        if (contents_.device.value == 0) {
            return malformed("no device");
        }
        constexpr auto first = static_cast<std::uint64_t>(ScopeKind::programme);
        constexpr auto last = static_cast<std::uint64_t>(ScopeKind::desk);
        if (body_.scope_kind() > last) {
            return Failure{Fault::made_by_newer_app, "a scope of a kind unknown here"};
        }
        const bool has_subject = body_.subject_counter() != 0;
        if (body_.scope_kind() < first || has_subject == (body_.scope_kind() == first) ||
            (body_.subject_device() != 0 && !has_subject) || body_.subject_device() == body_.device()) {
            return malformed("a scope that can't be");
        }
        contents_.scope.kind = static_cast<ScopeKind>(body_.scope_kind());
        devices_.push_back(contents_.device);
        if (body_.subject_device() != 0) {
            devices_.push_back({body_.subject_device()});
        }
        if (has_subject) {
            contents_.scope.subject = {devices_.back(), body_.subject_counter()};
        }
        for (const std::uint64_t device : body_.devices()) {
            devices_.push_back({device});
        }
        return Done{};
    }

    [[nodiscard]] bool all_exact() const {
        return run_devices_.exact() && run_records_.exact() && run_kinds_.exact() && run_more_.exact() &&
               stamps_.exact() && stamp_counters_.exact() && forms_.exact() && supersedes_more_.exact() &&
               superseded_devices_.exact() && superseded_.exact() && keys_.exact() && texts_.exact() &&
               words_.exact() && places_.exact() && wholes_.exact() && numbers_.exact() && ref_devices_.exact() &&
               ref_counters_.exact() && stage_times_.exact() && made_devices_.exact() && made_counters_.exact() &&
               made_times_.exact() && saw_counts_.exact() && saw_devices_.exact() && saw_seqs_.exact() &&
               splice_before_.exact() && splice_after_.exact();
    }

    // Kinds and fields: any number but 0, known here or not.
    template <class No>
    No take_number(std::uint64_t number) {
        is_bad_ = is_bad_ || number == 0 || number > std::numeric_limits<No>::max();
        return static_cast<No>(number);
    }

    DeviceId device(std::uint64_t index) {
        if (index >= devices_.size()) {
            is_bad_ = true;
            return {};
        }
        return devices_[static_cast<std::size_t>(index)];
    }

    void take_record(Change& change) {
        if (more_in_run_ > 0) {
            --more_in_run_;
        } else {
            const std::uint64_t index = run_devices_.next();
            record_ = {device(index), records_.by(index, run_records_.next())};
            kind_ = take_number<KindNo>(run_kinds_.next());
            more_in_run_ = run_more_.next();
            is_bad_ = is_bad_ || record_.device.value == 0 || record_.counter == 0;
        }
        change.record = record_;
        change.kind = kind_;
    }

    void take_stamp(Change& change) {
        ms_ = sum(ms_, stamps_.next());
        const std::uint64_t counter = stamp_counters_.next();
        if (ms_ < 0 || ms_ >= std::int64_t{1} << 48U || counter > std::numeric_limits<std::uint16_t>::max()) {
            is_bad_ = true;
            return;
        }
        change.stamp = Stamp::at(ms_, static_cast<std::uint16_t>(counter));
    }

    void take_form(Change& change) {
        const std::uint64_t form = forms_.next();
        take_supersedes(change, form % has_key);
        if ((form & has_key) != 0) {
            change.key = keys_.next();
            is_bad_ = is_bad_ || change.key.empty();
        }
        if (!is_bad_) {
            change.value = take_value(static_cast<Form>(form / form_unit));
        }
    }

    void take_supersedes(Change& change, std::uint64_t count) {
        if (count == many) {
            const std::uint64_t more = supersedes_more_.next();
            if (more > static_cast<std::uint64_t>(body_.superseded_size())) {
                is_bad_ = true;
                return;
            }
            count += more;
        }
        for (; count > 0 && !is_bad_; --count) {
            const std::uint64_t index = superseded_devices_.next();
            const std::int64_t number = superseded_.next();
            Dot dot{device(index), 0};
            dot.seq = index == 0 ? change.dot.seq - static_cast<std::uint64_t>(number) : seqs_.by(index, number);
            // Of its own device's changes, only earlier ones.
            is_bad_ = is_bad_ || !is_dot(dot) || (dot.device == contents_.device && dot.seq >= change.dot.seq) ||
                      !superseded_.has_given();
            change.supersedes.push_back(dot);
        }
    }

    static bool is_dot(Dot dot) { return dot.device.value != 0 && dot.seq != 0; }

    Value take_value(Form form) {
        switch (form) {
            case Form::none: return {};
            case Form::no: return false;
            case Form::yes: return true;
            case Form::whole: return wholes_.next();
            case Form::number: return numbers_.next();
            case Form::text: return texts_.next();
            case Form::ref: return take_ref();
            case Form::place: return take_place(false);
            case Form::respaced: return take_place(true);
            case Form::stage: return Stage{words_.next(), {}};
            case Form::stage_at: return take_stage();
            case Form::made: return take_made();
            case Form::removal: return take_removal(true);
            case Form::restoral: return take_removal(false);
            case Form::splice: return take_splice();
        }
        is_bad_ = true;
        return {};
    }

    RecordId take_ref() {
        const std::uint64_t index = ref_devices_.next();
        return {device(index), refs_.by(index, ref_counters_.next())};
    }
    Place take_place(bool respaced) {
        std::string lane = words_.next();
        return {std::move(lane), places_.next(), respaced};
    }
    Splice take_splice() {
        const std::uint64_t before = splice_before_.next();
        const std::uint64_t after = splice_after_.next();
        return {before, after, texts_.next()};
    }
    Stage take_stage() {
        std::string status = words_.next();
        return {std::move(status), sum(ms_, stage_times_.next())};
    }
    Made take_made() {
        const std::uint64_t index = made_devices_.next();
        const RecordId by{device(index), makers_.by(index, made_counters_.next())};
        return {by, sum(ms_, made_times_.next())};
    }
    Removal take_removal(bool removed) {
        Removal removal{removed, {}};
        for (std::uint64_t count = saw_counts_.next(); count > 0 && !is_bad_; --count) {
            const std::uint64_t index = saw_devices_.next();
            const Dot dot{device(index), saw_steps_.by(index, saw_seqs_.next())};
            is_bad_ = is_bad_ || !is_dot(dot) || !saw_seqs_.has_given();
            removal.saw.push_back(dot);
        }
        return removal;
    }

    const pb::Body& body_;
    Contents contents_;
    std::vector<DeviceId> devices_;
    bool is_bad_ = false;
    RecordId record_;
    KindNo kind_ = 0;
    std::uint64_t more_in_run_ = 0;
    std::int64_t ms_ = 0;

    ZeroColumn<std::uint64_t> run_devices_{body_.run_devices()};
    Column<std::int64_t> run_records_{body_.run_records()};
    Column<std::uint64_t> run_kinds_{body_.run_kinds()};
    ZeroColumn<std::uint64_t> run_more_{body_.run_more()};
    Column<std::int64_t> stamps_{body_.stamps()};
    ZeroColumn<std::uint64_t> stamp_counters_{body_.stamp_counters()};
    ZeroColumn<std::uint64_t> forms_{body_.forms()};
    ZeroColumn<std::uint64_t> supersedes_more_{body_.supersedes_more()};
    ZeroColumn<std::uint64_t> superseded_devices_{body_.superseded_devices()};
    Column<std::int64_t> superseded_{body_.superseded()};
    Strings keys_{body_.keys(), body_.key_lengths()};
    Strings texts_{body_.texts(), body_.text_lengths()};
    Strings words_{body_.words(), body_.word_lengths()};
    Strings places_{body_.places(), body_.place_lengths()};
    Column<std::int64_t> wholes_{body_.wholes()};
    Column<double> numbers_{body_.numbers()};
    ZeroColumn<std::uint64_t> ref_devices_{body_.ref_devices()};
    Column<std::int64_t> ref_counters_{body_.ref_counters()};
    Column<std::int64_t> stage_times_{body_.stage_times()};
    ZeroColumn<std::uint64_t> made_devices_{body_.made_devices()};
    Column<std::int64_t> made_counters_{body_.made_counters()};
    ZeroColumn<std::int64_t> made_times_{body_.made_times()};
    Column<std::uint64_t> saw_counts_{body_.saw_counts()};
    ZeroColumn<std::uint64_t> saw_devices_{body_.saw_devices()};
    Column<std::int64_t> saw_seqs_{body_.saw_seqs()};
    Column<std::uint64_t> splice_before_{body_.splice_before()};
    Column<std::uint64_t> splice_after_{body_.splice_after()};

    Steps records_;
    Steps seqs_;
    Steps refs_;
    Steps makers_;
    Steps saw_steps_;
};

}  // namespace

Result<Contents> from_columns(const pb::Body& body) {
    return Reader(body).read();
}

}  // namespace ayni::wire
