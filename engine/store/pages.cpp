#include "engine/store/pages.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <fstream>
#include <span>
#include <string>
#include <system_error>

#include "engine/store/files.hpp"

namespace ayni {
namespace {

constexpr std::size_t header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;
constexpr std::uint32_t magic_little = 0x377f0682;
constexpr std::uint32_t magic_big = 0x377f0683;

std::uint32_t big_at(const char* bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < 4; ++i) {
        number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

std::uint32_t little_at(const char* bytes) {
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i) {
        number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

struct Checksum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool operator==(const Checksum&) const = default;
    void add(std::span<const char> bytes, bool big) {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            first += (big ? big_at(&bytes[i]) : little_at(&bytes[i])) + second;
            second += (big ? big_at(&bytes[i + 4]) : little_at(&bytes[i + 4])) + first;
        }
    }
};

Checksum checksum_at(const char* bytes) {
    return {big_at(bytes), big_at(bytes + 4)};
}

Failure failed(const char* doing) {
    const int code = errno;
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return {full ? Fault::storage_full : Fault::storage_failed,
            std::string(doing) + ": " + std::generic_category().message(code)};
}

std::filesystem::path log_of(const std::filesystem::path& database) {
    return std::filesystem::path(database) += "-wal";
}

// What was good for SQLite, and what lies behind.
void look_for_commits(WriteAhead& log) {
    bool unbroken = true;
    std::size_t behind = 0;
    for (std::size_t i = 0; i < log.frames.size(); ++i) {
        const WriteAhead::Frame& frame = log.frames[i];
        unbroken = unbroken && frame.sound;
        if (!frame.commits || !frame.sound) {
            continue;
        }
        log.all = i + 1;
        if (unbroken) {
            log.good = i + 1;
        } else {
            ++behind;
        }
    }
    log.lost = log.lost || behind >= 2;
}

// Frame by frame, wherever the disk gives one.
class Frames {
public:
    explicit Frames(const OpenFile& file) : file_(file) {
        std::array<char, header_bytes> header{};
        unread_ = !file.read(0, header);
        const std::uint32_t magic = big_at(header.data());
        const bool named = magic == magic_little || magic == magic_big;
        // SQLite writes in the order of the machine's own bytes.
        big_ = named ? magic == magic_big : std::endian::native == std::endian::big;
        before_.add(std::span<const char>(header).first(24), big_);
        follows_ = named && before_ == checksum_at(&header[24]);
        if (follows_) {
            salts_ = std::string(&header[16], 8);
        }
    }

    WriteAhead all() {
        WriteAhead log;
        std::string frame(frame_header_bytes + page_bytes, '\0');
        for (std::uint64_t at = header_bytes; at + frame.size() <= file_.size(); at += frame.size()) {
            const std::span<char> bytes(frame);
            const bool all = file_.read(at, bytes);
            const bool head = all || file_.read(at, bytes.first(frame_header_bytes));
            const bool page = all || file_.read(at + frame_header_bytes, bytes.subspan(frame_header_bytes));
            unread_ = unread_ || !all;
            if (head) {
                look_at(frame, at, page, log);
            }
            follows_ = head;  // so that one bad frame doesn't condemn those after it
        }
        log.lost = unread_;
        return log;
    }

private:
    void look_at(const std::string& frame, std::uint64_t at, bool page_read, WriteAhead& log) {
        if (salts_.empty()) {
            salts_ = frame.substr(8, 8);  // the header is gone: the round is that of the first frame
        }
        Checksum sum = before_;
        sum.add(std::span<const char>(frame).first(8), big_);
        sum.add(std::span<const char>(frame).subspan(frame_header_bytes), big_);
        before_ = checksum_at(&frame[16]);
        const std::uint32_t page = big_at(frame.data());
        if (frame.compare(8, 8, salts_) == 0 && page != 0) {
            const bool sound = follows_ && page_read && sum == before_;
            log.frames.push_back({page, big_at(&frame[4]) != 0, sound, at + frame_header_bytes});
        }
    }

    const OpenFile& file_;
    bool unread_ = false;   // some of it can't be read
    bool follows_ = false;  // what the next frame's checksum follows from is known
    bool big_ = false;
    Checksum before_;
    std::string salts_;  // of the log's present round
};

}  // namespace

Result<WriteAhead> read_write_ahead(const std::filesystem::path& database) {
    const auto file = OpenFile::open(log_of(database));
    if (!file && file.fault() != Fault::not_found) {
        return file.error();
    }
    if (!file || file->size() < header_bytes) {
        return WriteAhead{};
    }
    WriteAhead log = Frames(*file).all();
    look_for_commits(log);
    return log;
}

Result<bool> lost_commits(const std::filesystem::path& database) {
    for (int times = 0; times < 3; ++times) {
        AYNI_LET(log, read_write_ahead(database));
        if (!log.lost) {
            return false;
        }
    }
    return true;
}

namespace {

// What the write-ahead log has of the pages goes over those of the copy.
bool lay_over(const OpenFile& from, std::span<const WriteAhead::Frame> frames, Take take, std::ofstream& out,
              std::uint32_t& pages) {
    constexpr std::uint32_t gap_most = 65536;
    const std::string blank(page_bytes, '\0');
    std::string page(page_bytes, '\0');
    bool whole = true;
    for (const WriteAhead::Frame& frame : frames) {
        if ((!frame.sound && take != Take::everything) || frame.page > pages + gap_most) {
            continue;
        }
        if (!from.read(frame.at, page)) {
            whole = false;  // what the page was before is better than nothing
            continue;
        }
        for (out.seekp(static_cast<std::streamoff>(pages) * page_bytes); pages + 1 < frame.page; ++pages) {
            out.write(blank.data(), page_bytes);
        }
        out.seekp((static_cast<std::streamoff>(frame.page) - 1) * page_bytes);
        out.write(page.data(), page_bytes);
        pages = std::max(pages, frame.page);
    }
    return whole;
}

}  // namespace

Result<Copied> copy_pages(const std::filesystem::path& database, const WriteAhead& log, Take take,
                          const std::filesystem::path& to) {
    AYNI_LET(in, OpenFile::open(database));
    errno = 0;
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    Copied copied;
    std::string page(page_bytes, '\0');
    for (std::uint64_t at = 0; at < in.size() && out; at += page_bytes, ++copied.pages) {
        page.assign(page_bytes, '\0');
        const auto there = static_cast<std::size_t>(std::min<std::uint64_t>(page_bytes, in.size() - at));
        copied.whole = in.read(at, std::span(page).first(there)) && copied.whole;
        out.write(page.data(), page_bytes);
    }
    const std::size_t count = take == Take::none ? 0 : take == Take::what_sqlite_would ? log.good : log.all;
    if (count > 0) {
        AYNI_LET(wal, OpenFile::open(log_of(database)));
        copied.whole = lay_over(wal, std::span(log.frames).first(count), take, out, copied.pages) && copied.whole;
    }
    out.close();
    return out ? Result(copied) : Result<Copied>(failed("copy"));
}

Outcome overlay_pages(const std::filesystem::path& from, const std::filesystem::path& to) {
    errno = 0;
    std::ifstream in(from, std::ios::binary);
    std::fstream out(to, std::ios::binary | std::ios::in | std::ios::out);
    in.seekg(page_bytes);
    out.seekp(page_bytes);
    std::string page(page_bytes, '\0');
    while (out && in.read(page.data(), page_bytes)) {
        out.write(page.data(), page_bytes);
    }
    out.close();
    return out ? Outcome(Done{}) : Outcome(failed("overlay"));
}

}  // namespace ayni
