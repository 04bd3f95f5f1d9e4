using Orleans.Runtime;

namespace Orleans;

/// <summary>Marks the interfaces by which grains are called. Their methods return Task, ValueTask or IAsyncEnumerable.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain whose key is a text.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>A grain whose key is a GUID.</summary>
public interface IGrainWithGuidKey : IGrain;

/// <summary>A grain whose key is a 64-bit integer.</summary>
public interface IGrainWithIntegerKey : IGrain;

/// <summary>
/// Marks the interfaces by which grains call back to objects that are not grains. Their methods return Task, ValueTask or nothing; nothing means
/// that nobody waits.
/// </summary>
public interface IGrainObserver : IAddressable;
