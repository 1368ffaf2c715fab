/* Injects disk faults and records disk operations, between a server and its files.
 *
 * Preloaded before libc. Affects only files whose path begins with TORTURE_PATH.
 * TORTURE_RECORD names a file to which every write, truncation, sync, creation and removal is
 * appended, in order:
 *   kind (1 byte), file (4), offset (8), length (4), then length bytes of data, or of the path at the first operation on a file. Native byte order.
 * TORTURE_FAULT names a file of one page that is shared with the test; its first byte is the mode of the disk:
 *   0 healthy, 1 sync fails (EIO), 2 write fails (EIO), 3 full (ENOSPC), 4 write fails half-way (EIO).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WRITE = 1, TRUNCATE = 2, SYNC = 3, CREATE = 4, REMOVE = 5, SYNC_FOLDER = 6, FAILED_SYNC = 7, PATH = 8 };
enum { SOUND = 0, NO_SYNC = 1, NO_WRITE = 2, FULL = 3, HALF = 4 };

#define FILES 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int32_t file_of[FILES]; /* descriptor to number of its path; 0 for other files, -1 for a directory */
static char paths[256][512];
static int32_t path_count;
static int record = -1;
static volatile unsigned char *fault;
static const char *prefix;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_unlink)(const char *);
static ssize_t (*real_write)(int, const void *, size_t);

__attribute__((constructor)) static void begin(void) {
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_write = dlsym(RTLD_NEXT, "write");
    prefix = getenv("TORTURE_PATH");
    const char *name = getenv("TORTURE_RECORD");
    if (name) record = real_open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    name = getenv("TORTURE_FAULT");
    if (name) {
        int shared = real_open(name, O_RDONLY | O_CLOEXEC);
        void *page = mmap(0, 4096, PROT_READ, MAP_SHARED, shared, 0);
        if (page != MAP_FAILED) fault = page;
        real_close(shared);
    }
}

static int is(int how) { return fault && *fault == how; }

static void note(char kind, int32_t file, int64_t offset, const void *data, uint32_t length);

static int32_t number_of(const char *path) {
    for (int32_t i = 0; i < path_count; i++)
        if (!strcmp(paths[i], path)) return i + 1;
    if (path_count == 256) return 0;
    strncpy(paths[path_count], path, sizeof paths[0] - 1);
    path_count++;
    note(PATH, path_count, 0, path, strlen(path));
    return path_count;
}

/* Called with the lock held, so that the order of the record is that of the operations. */
static void note(char kind, int32_t file, int64_t offset, const void *data, uint32_t length) {
    if (record < 0) return;
    char head[17];
    head[0] = kind;
    memcpy(head + 1, &file, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    char small[8192];
    if (length + sizeof head <= sizeof small) {
        memcpy(small, head, sizeof head);
        if (length) memcpy(small + sizeof head, data, length);
        real_write(record, small, sizeof head + length);
    } else {
        real_write(record, head, sizeof head);
        real_write(record, data, length);
    }
}

static int32_t ours(int fd) { return fd >= 0 && fd < FILES ? file_of[fd] : 0; }

static int opened(int fd, const char *path, int flags, int existed) {
    if (fd < 0 || fd >= FILES || !prefix || strncmp(path, prefix, strlen(prefix))) return fd;
    pthread_mutex_lock(&lock);
    if (flags & O_DIRECTORY || !strcmp(path, prefix)) {
        file_of[fd] = -1;
    } else if (!strstr(path, "-shm") && strstr(path, ".db")) {
        file_of[fd] = number_of(path);
        if (!existed) note(CREATE, file_of[fd], 0, 0, 0);
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

static int open_any(const char *path, int flags, mode_t mode) {
    int existed = access(path, F_OK) == 0;
    return opened(real_open(path, flags, mode), path, flags, existed);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_any(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_any(path, flags, mode);
}

int close(int fd) {
    if (fd >= 0 && fd < FILES) file_of[fd] = 0;
    return real_close(fd);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
    int32_t file = ours(fd);
    if (file <= 0) return real_pwrite(fd, data, length, offset);
    if (is(NO_WRITE)) return errno = EIO, -1;
    if (is(FULL)) return errno = ENOSPC, -1;
    pthread_mutex_lock(&lock);
    if (is(HALF)) length /= 2;
    note(WRITE, file, offset, data, length);
    ssize_t done = real_pwrite(fd, data, length, offset);
    pthread_mutex_unlock(&lock);
    return is(HALF) ? (errno = EIO, -1) : done;
}

int ftruncate64(int fd, off_t length) {
    int32_t file = ours(fd);
    if (file <= 0) return real_ftruncate(fd, length);
    if (is(NO_WRITE)) return errno = EIO, -1;
    pthread_mutex_lock(&lock);
    note(TRUNCATE, file, length, 0, 0);
    int done = real_ftruncate(fd, length);
    pthread_mutex_unlock(&lock);
    return done;
}

/* A write during a sync may or may not be part of it: the record contains only the writes before it. */
int fsync(int fd) {
    int32_t file = ours(fd);
    if (file == 0) return real_fsync(fd);
    if (is(NO_SYNC)) {
        pthread_mutex_lock(&lock);
        note(FAILED_SYNC, file, 0, 0, 0);
        pthread_mutex_unlock(&lock);
        return errno = EIO, -1;
    }
    pthread_mutex_lock(&lock);
    int done = real_fsync(fd);
    if (done == 0) note(file < 0 ? SYNC_FOLDER : SYNC, file, 0, 0, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int fdatasync(int fd) { return fsync(fd); }

int unlink(const char *path) {
    int mine = prefix && !strncmp(path, prefix, strlen(prefix)) && strstr(path, ".db") && !strstr(path, "-shm");
    if (!mine) return real_unlink(path);
    pthread_mutex_lock(&lock);
    int done = real_unlink(path);
    if (done == 0) note(REMOVE, number_of(path), 0, 0, 0);
    pthread_mutex_unlock(&lock);
    return done;
}
