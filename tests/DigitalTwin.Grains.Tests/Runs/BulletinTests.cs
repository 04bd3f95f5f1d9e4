using DigitalTwin.Grains.Runs;

namespace DigitalTwin.Grains.Tests.Runs;

public class BulletinTests
{
    [Fact]
    public async Task A_late_follower_hears_the_newest_and_the_last_word()
    {
        var bulletin = new Bulletin<string>("a");
        bulletin.Post(_ => "b");
        bulletin.Post(now => now + "c", last: true);
        bulletin.Post(_ => "too late");
        Assert.Equal(["bc"], await bulletin.FollowAsync(default).ToListAsync());
        Assert.Equal("bc", bulletin.Newest);
    }

    [Fact]
    public async Task Every_follower_hears_the_last_word_whoever_posts()
    {
        var bulletin = new Bulletin<string>("0");
        var followers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await bulletin.FollowAsync(default).ToListAsync())).ToArray();
        await Task.WhenAll(Enumerable.Range(1, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) bulletin.Post(now => now);
        })));
        bulletin.Post(_ => "end", last: true);
        foreach (var heard in await Task.WhenAll(followers)) Assert.Equal("end", heard[^1]);
    }

    [Fact]
    public async Task Leaving_is_possible_at_any_time()
    {
        using var leave = new CancellationTokenSource();
        var bulletin = new Bulletin<string>("a");
        await using var following = bulletin.FollowAsync(leave.Token).GetAsyncEnumerator();
        Assert.True(await following.MoveNextAsync());
        var next = following.MoveNextAsync();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }
}
