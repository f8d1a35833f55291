#include "engine/store/pages.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <fstream>
#include <span>
#include <string>
#include <system_error>

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
    log.lost = behind >= 2;
}

}  // namespace

Result<WriteAhead> read_write_ahead(const std::filesystem::path& database) {
    WriteAhead log;
    std::ifstream in(std::filesystem::path(database) += "-wal", std::ios::binary);
    std::array<char, header_bytes> header{};
    if (!in || !in.read(header.data(), header_bytes)) {
        return log;
    }
    const std::uint32_t magic = big_at(header.data());
    const bool named = magic == magic_little || magic == magic_big;
    // SQLite writes in the order of the machine's own bytes.
    const bool big = named ? magic == magic_big : std::endian::native == std::endian::big;
    Checksum before;
    before.add(std::span<const char>(header).first(24), big);
    const bool known = named && before == checksum_at(&header[24]);
    std::string salts(&header[16], 8);
    std::string frame(frame_header_bytes + page_bytes, '\0');
    for (std::uint64_t at = header_bytes; in.read(frame.data(), static_cast<std::streamsize>(frame.size()));
         at += frame.size()) {
        const Checksum said = checksum_at(&frame[16]);
        if (!known && at == header_bytes) {
            salts = frame.substr(8, 8);  // the header is gone: the round is that of the first frame
        }
        Checksum sum = before;
        sum.add(std::span<const char>(frame).first(8), big);
        sum.add(std::span<const char>(frame).subspan(frame_header_bytes), big);
        const bool sound = sum == said && (known || at != header_bytes);
        const bool ours = frame.compare(8, 8, salts) == 0;
        const std::uint32_t page = big_at(frame.data());
        before = said;  // so that one bad frame doesn't condemn those after it
        if (ours && page != 0) {
            log.frames.push_back({page, big_at(&frame[4]) != 0, sound, at + frame_header_bytes});
        }
    }
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

Result<std::uint32_t> copy_pages(const std::filesystem::path& database, const WriteAhead& log, Take take,
                                 const std::filesystem::path& to) {
    errno = 0;
    std::ifstream in(database, std::ios::binary);
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    std::uint32_t pages = 0;
    std::string page(page_bytes, '\0');
    while (in && out) {
        page.assign(page_bytes, '\0');
        in.read(page.data(), page_bytes);
        if (in.gcount() == 0) {
            break;
        }
        out.write(page.data(), page_bytes);
        ++pages;
    }
    std::ifstream wal(std::filesystem::path(database) += "-wal", std::ios::binary);
    const std::size_t count = take == Take::none ? 0 : take == Take::what_sqlite_would ? log.good : log.all;
    constexpr std::uint32_t gap_most = 65536;
    for (std::size_t i = 0; i < count && out; ++i) {
        const WriteAhead::Frame& frame = log.frames[i];
        if ((!frame.sound && take != Take::everything) || frame.page > pages + gap_most) {
            continue;
        }
        wal.clear();
        wal.seekg(static_cast<std::streamoff>(frame.at));
        if (!wal.read(page.data(), page_bytes)) {
            continue;
        }
        const std::string blank(page_bytes, '\0');
        for (out.seekp(static_cast<std::streamoff>(pages) * page_bytes); pages + 1 < frame.page; ++pages) {
            out.write(blank.data(), page_bytes);
        }
        out.seekp((static_cast<std::streamoff>(frame.page) - 1) * page_bytes);
        out.write(page.data(), page_bytes);
        pages = std::max(pages, frame.page);
    }
    out.close();
    return out ? Result<std::uint32_t>(pages) : Result<std::uint32_t>(failed("copy"));
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
