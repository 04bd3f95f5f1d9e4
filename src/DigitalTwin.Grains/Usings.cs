global using DigitalTwin.Grains.Contracts.Worlds;
